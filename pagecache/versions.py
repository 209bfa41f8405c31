"""The content version: one counter in the database that every change a reader can see raises."""


def bump() -> None:
    """Raise the content version inside the current transaction."""
