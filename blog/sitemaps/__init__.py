"""The list of pages for search engines (sitemaps.org): an index, and parts that stay small and quick."""
