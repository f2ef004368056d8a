"""Signed networks: who stands with whom at a time, into which camps they fall, and what does not fit."""
