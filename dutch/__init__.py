"""Dutch words: dictionary forms, compounds, spelling. Plain Python that knows nothing of the site."""
