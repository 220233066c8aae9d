"""What is new in the corpus → the digest, and when it is due.

`newsroom` is the door; `digest` makes the items, `daily` and `zones` know the hour.
"""
