"""A spam filter of our own: it starts with a small model and learns from the coach's decisions.

Nothing leaves the server. docs/decisions/0008-spam-filter-of-our-own.md says how it was chosen and measured.

`filter.judge` gives a verdict, `learning.learn` takes a decision in, `document.Document` is what both look
at.
"""
