"""Advice on what is written: reading pages as plain text, the editor's panel, the reports."""
