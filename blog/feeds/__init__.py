"""RSS and Atom of the articles, with their full text: of all, of a category, of an author."""
