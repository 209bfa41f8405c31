"""Numbers as pictures: stretches of time by the calendar, columns and small lines, as geometry for SVG."""
