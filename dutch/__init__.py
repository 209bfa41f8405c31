"""Dutch words: taking a text apart, dictionary forms, compounds, spelling. Plain Python, knows nothing of the site."""
