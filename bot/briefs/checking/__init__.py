"""A message's statements → a finding for each: supported, contradicted, denied or not covered.

`check` is the door; `statements` splits the message, `held_against` lays each against sentences,
`verdicts` decides.
"""
