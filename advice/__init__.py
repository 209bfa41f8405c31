"""What helps to write for readers and for search engines."""
