"""An export that is too large, or comes from who may not move a site, is never written to disk."""

from typing import Any

from django.conf import settings
from django.core.files.uploadhandler import FileUploadHandler, StopUpload
from django.http import HttpRequest

from wordpress.roles import may_move

SCREEN = "wordpress_move:upload"
# Of the form around the file.
_BESIDES = 64 * 1024
_PIECE = 64 * 1024


class ExportLimit(FileUploadHandler):
    """First of FILE_UPLOAD_HANDLERS: looks at the screen of moves alone, and keeps nothing itself.

    It is asked before the view is, as the protection against forged forms reads the whole form first.
    """

    def new_file(self, *arguments: Any, **named: Any) -> None:
        request = self.request
        if request is None or request.resolver_match is None or request.resolver_match.view_name != SCREEN:
            return
        may, too_much = may_move(request.user), too_large(request)
        if may and not too_much:
            return
        if may:
            # A browser shows no answer before it has sent all. Left to Django that would be read by the line,
            # and one without an end would fill the memory.
            while request.read(_PIECE):
                pass
        raise StopUpload(connection_reset=True)

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:
        return raw_data

    def file_complete(self, file_size: int) -> None:
        """Leave the file to the handlers behind this one."""


def too_large(request: HttpRequest) -> int:
    """Return how many bytes a request has, where that is more than an export may have; else 0."""
    length = request.META.get("CONTENT_LENGTH") or "0"
    sent = int(length) if length.isdecimal() else 0
    return sent if sent > settings.WORDPRESS_EXPORT_MAX_BYTES + _BESIDES else 0
