"""What makes a podcast of pages: sound, chapters, transcripts, the feed, and taking over another feed."""
