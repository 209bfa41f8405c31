"""Settings of a process that is watched from elsewhere: as everywhere, without built static files."""

from liefdesverdriet.settings import *  # noqa: F403
from liefdesverdriet.settings import STORAGES

STORAGES = {**STORAGES, "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
