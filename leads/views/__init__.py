"""What readers see of gifts. A GET changes nothing: mail scanners follow every link."""
