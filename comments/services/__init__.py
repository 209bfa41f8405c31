"""Use cases of comments, each in one transaction: a module for each kind of person or moment."""
