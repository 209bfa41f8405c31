"""How pages present themselves to search engines and social networks."""
