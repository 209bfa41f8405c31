"""What can be found, under which terms, the words of the site, synonyms, and what people asked for."""

from search.models.asked import Asked
from search.models.entry import Entry
from search.models.posting import Posting
from search.models.synonyms import Synonyms
from search.models.word import Word

__all__ = ["Asked", "Entry", "Posting", "Synonyms", "Word"]
