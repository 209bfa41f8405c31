"""Taking people over from another program: `reading` a file, `rows` that are understood, `taking_over` them.

Nobody comes in without words on where they agreed, and nobody who said no here is asked again.
"""
