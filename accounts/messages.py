"""Where a message waits for the next screen: in a cookie that is ours alone, like the session's."""

from django.conf import settings
from django.contrib.messages.storage.cookie import CookieStorage
from django.contrib.messages.storage.fallback import FallbackStorage
from django.contrib.messages.storage.session import SessionStorage


class OwnCookie(CookieStorage):
    cookie_name = "__Host-messages" if settings.HTTPS else "messages"


class Storage(FallbackStorage):
    storage_classes = (OwnCookie, SessionStorage)
