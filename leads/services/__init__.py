"""From asking for a gift to its download, and the way out; each in one transaction: all of it, or nothing.

One module for each moment: `signing_up`, `confirming`, `downloading`, `unsubscribing`; `links` for what they
share.
"""
