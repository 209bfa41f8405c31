"""What browsers may do with our answers, as django-csp and django-permissions-policy write it.

Why so: docs/decisions/0026-policies-and-what-wagtail-can-bear.md.
"""

from collections.abc import MutableMapping

from csp.constants import NONE, SELF, UNSAFE_HASHES, UNSAFE_INLINE

# What readers get. A page that holds a player of another site adds that site to its own answer alone
# (blog.models.base, blog.models.podcast).
PUBLIC = {
    "default-src": [NONE],
    "script-src": [SELF],
    "style-src": [SELF],
    "img-src": [SELF],
    "media-src": [SELF],
    "font-src": [SELF],
    "connect-src": [SELF],
    "form-action": [SELF],
    "base-uri": [NONE],
    "frame-ancestors": [NONE],
}

# Jcrop, with which one points out what matters in a picture, asks a browser without touch whether it has
# touch by writing a handler that does nothing: "return;" and nothing else may be one.
_RETURN = "'sha256-i+qr4lq34KgNHiW62lWi9aInEBwiEOrfCzaNPCvkqD8='"

# Wagtail's editor sets style attributes, draws small pictures as data addresses, shows what was just chosen
# from memory, and shows previews in frames. Scripts stand in files alone (liefdesverdriet.admin_scripts).
ADMIN = {
    "default-src": [NONE],
    "script-src": [SELF, UNSAFE_HASHES, _RETURN],
    "style-src": [SELF, UNSAFE_INLINE],
    "img-src": [SELF, "data:", "blob:"],
    "media-src": [SELF],
    "font-src": [SELF, "data:"],
    "connect-src": [SELF],
    "frame-src": [SELF],
    "form-action": [SELF],
    "base-uri": [NONE],
    "frame-ancestors": [SELF],
}

# An uploaded file, opened by itself: whatever it holds, it runs nothing and is nobody (CSP 3, sandbox).
FILE = "default-src 'none'; sandbox"

# What no page of ours ever asks for, nor a player that it holds. Not here: passkeys, sharing, full screen;
# nor bluetooth, which Chromium knows on some systems only and warns of on the others.
PERMISSIONS: dict[str, list[str]] = {
    feature: []
    for feature in (
        "accelerometer",
        "browsing-topics",
        "camera",
        "display-capture",
        "geolocation",
        "gyroscope",
        "hid",
        "idle-detection",
        "local-fonts",
        "magnetometer",
        "microphone",
        "midi",
        "payment",
        "screen-wake-lock",
        "serial",
        "usb",
        "xr-spatial-tracking",
    )
}


def keep_to_this_site(headers: MutableMapping[str, str], path: str, url: str) -> None:
    """Let no other site embed our static files, which whitenoise answers before all other headers are set."""
    headers["Cross-Origin-Resource-Policy"] = "same-origin"
