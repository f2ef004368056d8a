"""Measurements of speed and memory, always as ratios taken side by side in one run."""
