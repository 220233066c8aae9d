"""A plain question → the sentences that answer it, or none.

`ask` is the door; `question/` reads what is asked, `found` looks for it and `promising` picks the
articles to read, `articles` reads them and `weighing` weighs their sentences by `name_signs`,
`word_signs`, `closeness` and `sentence_signs`; `answers…` and `counting` know what the thing asked
for looks like, `premises` what the question takes for granted; `chosen` and `told_beside` say which
sentences are told. `compound` parts a question that asks several things, `merged` puts what answers
them together.
"""
