"""How the learned parts are trained: one command each, the same weights every time.

python -m training.attitudes --data attitudes.jsonl
python -m training.claims --data claim_pairs.jsonl
python -m training.confidence --texts DIR --keys KEY.jsonl [KEY.jsonl ...]
"""
