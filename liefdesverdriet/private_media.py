"""Files of private collections: who may have them by their own address under /media/.

A web server in front sends files from the disk and knows nothing of collections. So a sign stands in the
folder while any collection is private: then it leaves all of /media/ to the site (deploy/nginx/).
"""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models.signals import post_delete, post_save
from django.http import HttpRequest
from wagtail.images.permissions import permission_policy
from wagtail.models import CollectionViewRestriction

from images.models import SiteImage
from pagecache.kept import kept
from pagecache.versions import bump

SIGN = ".besloten"
ORIGINALS, RENDITIONS = "original_images/", "images/"
# Documents have an address of their own (liefdesverdriet.documents), which asks who wants them.
NEVER = ("documents/", ".")


def may_be_sent(name: str, request: HttpRequest) -> bool:
    """Tell whether the visitor may have the file with this name, a path under MEDIA_ROOT."""
    if name.startswith(NEVER):
        return False
    if not is_guarded(name):
        return True
    if name.startswith(ORIGINALS):
        pictures = SiteImage.objects.filter(file=name)
    else:
        pictures = SiteImage.objects.filter(renditions__file=name)
    found = list(pictures.select_related("collection"))
    # A file that no picture has any more may have been a private one's.
    return bool(found) and all(_may_see(picture, request) for picture in found)


def is_guarded(name: str) -> bool:
    """Tell whether it matters who asks for this file: it is a picture, and some collection is private."""
    return name.startswith((ORIGINALS, RENDITIONS)) and kept(
        "any collection is private", CollectionViewRestriction.objects.exists
    )


def _may_see(picture: SiteImage, request: HttpRequest) -> bool:
    restrictions = list(picture.collection.get_view_restrictions())
    if not restrictions or all(restriction.accept_request(request) for restriction in restrictions):
        return True
    # Who works with pictures sees them in the admin, also those for others.
    works_here = request.user.is_authenticated and request.user.has_perm("wagtailadmin.access_admin")
    return works_here and permission_policy.user_has_any_permission_for_instance(
        request.user, ["change", "choose"], picture
    )


def put_sign() -> None:
    """Make the sign say what is so. Called when the site starts, and when a restriction changed."""
    sign = Path(settings.MEDIA_ROOT) / SIGN
    if CollectionViewRestriction.objects.exists():
        _raise(sign)
    else:
        sign.unlink(missing_ok=True)


def _raise(sign: Path) -> None:
    sign.parent.mkdir(parents=True, exist_ok=True)
    sign.touch()


def _on_restricted(**_: Any) -> None:
    # Before the commit: in between, nothing private may be sent.
    _raise(Path(settings.MEDIA_ROOT) / SIGN)
    bump()


def _on_opened(**_: Any) -> None:
    bump()
    transaction.on_commit(put_sign)


def connect() -> None:
    post_save.connect(_on_restricted, sender=CollectionViewRestriction)
    post_delete.connect(_on_opened, sender=CollectionViewRestriction)
