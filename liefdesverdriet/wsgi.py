"""The WSGI application that the server runs: Django's, behind the page cache."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "liefdesverdriet.settings")
django_application = get_wsgi_application()

# Its models can be imported only now that Django knows its apps.
from pagecache.wrapper import PageCache  # noqa: E402

application = PageCache(django_application)
