"""How good the finding is: scores against answer keys and public data sets, and the floors that may not be lowered.

python -m evaluation keys --texts DIR --data KEY.jsonl [KEY.jsonl ...]
python -m evaluation TASK --data FILE.jsonl
python -m evaluation floors
"""
