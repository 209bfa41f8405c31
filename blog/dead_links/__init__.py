"""No link within the site leads to a page that is not there: found when publishing, and listed afterwards."""
