"""A plain question → the sentences that answer it, or none.

`ask` is the door; `question/` reads what is asked, `articles` and `weighing` find and weigh
sentences, `answers…` and `counting` know what the thing asked for looks like, `premises` what the
question takes for granted.
"""
