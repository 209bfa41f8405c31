"""What Yoast, Rank Math and All in One SEO kept of a page for search engines and social media."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from html import unescape

from wordpress.reading import php, values

# Variables of Yoast (%%title%%), of Rank Math and older All in One (%title%) and of newer (#post_title).
_VARIABLE = re.compile(
    r"%%([a-zA-Z][\w-]*)%%|%([a-zA-Z]\w*)(?:\([^)%]{0,100}\))?%|(?<!\w)#((?:post|page|site|blog|separator|tax"
    r"|taxonomy|author|current|custom_field|category|categories|attachment|tagline|permalink)[\w-]*)"
)
_TITLES = {"title", "post_title", "page_title"}
_SITES = {"sitename", "site_title", "sitetitle", "blog_title", "site_name"}
_SEPARATORS = {"sep", "separator", "separator_sa"}
_BETWEEN = "–—-|·•*⋆~«»›‹<>/"


@dataclass(frozen=True, slots=True)
class SearchFields:
    """Texts are plain; "" and 0 where nothing was chosen. A picture is an attachment, an address or both."""

    title: str = ""
    description: str = ""
    keyphrase: str = ""
    canonical: str = ""
    noindex: bool = False
    picture_id: int = 0
    picture_url: str = ""


def search_fields(meta: Mapping[str, str], title: str, site_title: str) -> SearchFields:
    """Return what was chosen for a page, of the plugin that knows something; the first of them wins."""

    def first(*keys: str) -> str:
        return next((text for key in keys if (text := meta.get(key, "").strip())), "")

    def words(*keys: str) -> str:
        return next((text for key in keys if (text := _filled(meta.get(key, ""), title, site_title))), "")

    settings = php.array(first("_aioseop_opengraph_settings"))
    picture = first("_yoast_wpseo_opengraph-image", "rank_math_facebook_image", "_aioseo_og_image_custom_url")
    return SearchFields(
        title=_own_title(
            words("_yoast_wpseo_title", "rank_math_title", "_aioseo_title", "_aioseop_title"),
            title,
            site_title,
        ),
        description=words(
            "_yoast_wpseo_metadesc", "rank_math_description", "_aioseo_description", "_aioseop_description"
        ),
        keyphrase=_keyphrase(
            first("_yoast_wpseo_focuskw", "rank_math_focus_keyword"),
            first("_aioseo_keywords", "_aioseop_keywords"),
        ),
        canonical=_address(
            first(
                "_yoast_wpseo_canonical",
                "rank_math_canonical_url",
                "_aioseo_canonical_url",
                "_aioseop_custom_link",
            )
        ),
        noindex=_noindex(meta),
        picture_id=max(
            values.number(first("_yoast_wpseo_opengraph-image-id", "rank_math_facebook_image_id")), 0
        ),
        picture_url=_address(
            picture
            or str(settings.get("aioseop_opengraph_settings_customimg") or "")
            or str(settings.get("aioseop_opengraph_settings_image") or "")
            or first("_yoast_wpseo_twitter-image", "rank_math_twitter_image")
        ),
    )


def _filled(template: str, title: str, site_title: str) -> str:
    """Fill in the variables; what we can't know is left out, with the signs that stood between."""

    def value(found: re.Match[str]) -> str:
        name = next(group for group in found.groups() if group).lower()
        if name in _TITLES:
            return title
        if name in _SITES:
            return site_title
        return "\0" if name in _SEPARATORS else "\1"

    text = unescape(_VARIABLE.sub(value, template))
    text = " ".join(text.replace("\1", " ").split())
    parts = [part.strip() for part in text.split("\0")]
    return " – ".join(part for part in parts if part)


def _own_title(text: str, title: str, site_title: str) -> str:
    """Return a title without the name of the site behind it; "" when it is the title of the page."""
    plain, site = " ".join(unescape(title).split()), " ".join(unescape(site_title).split())
    if site and text.lower().endswith(site.lower()):
        before = text[: -len(site)].rstrip()
        if not before:
            return ""
        if before[-1] in _BETWEEN:
            text = before.rstrip(_BETWEEN + " ")
    return "" if text.lower() == plain.lower() else text


def _keyphrase(chosen: str, words: str) -> str:
    """Return the first phrase. Rank Math keeps several with commas, All in One has words of old."""
    return unescape((chosen or words).split(",")[0]).strip()


def _noindex(meta: Mapping[str, str]) -> bool:
    robots = meta.get("rank_math_robots", "")
    return (
        meta.get("_yoast_wpseo_meta-robots-noindex", "").strip() == "1"
        or "noindex" in php.array(robots).values()
        or meta.get("_aioseop_noindex", "").strip().lower() in ("on", "1")
        or meta.get("_aioseo_noindex", "").strip().lower() in ("on", "1")
        or meta.get("_aioseo_robots_noindex", "").strip().lower() in ("on", "1")
    )


def _address(text: str) -> str:
    return text.strip() if re.match(r"https?://[^\s/]", text.strip(), re.IGNORECASE) else ""
