"""What readers see of comments; of the coach's, the link from the mail, and `reaction` in the admin."""
