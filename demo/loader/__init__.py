"""Loads the demo site: from the data modules in demo/articles and demo/content to pages and pictures."""
