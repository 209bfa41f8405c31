"""Which domain was probably meant by a mistyped one. Says nothing wherever it could be wrong."""

from functools import cache, lru_cache

# Where most people here have their mail. Their names are rare enough that a near miss is a slip.
DISTINCTIVE = (
    "gmail.com",
    "hotmail.com",
    "hotmail.nl",
    "outlook.com",
    "icloud.com",
    "ziggo.nl",
    "kpnmail.nl",
    "telenet.be",
    "hotmail.be",
    "xs4all.nl",
    "yahoo.com",
    "skynet.be",
    "proximus.be",
    "upcmail.nl",
    "protonmail.com",
    "outlook.be",
    "quicknet.nl",
    "caiway.nl",
    "telfort.nl",
    "kpnplanet.nl",
    "googlemail.com",
)
# As well known, but close to words and names of others (het nest, online.no): only their ending is looked at,
# and only where it exists nowhere.
ORDINARY = (
    "live.nl",
    "live.be",
    "live.com",
    "hetnet.nl",
    "home.nl",
    "planet.nl",
    "online.nl",
    "casema.nl",
    "chello.nl",
    "solcon.nl",
    "zonnet.nl",
    "tele2.nl",
    "msn.com",
    "me.com",
    "mac.com",
    "aol.com",
    "proton.me",
    "scarlet.be",
    "voo.be",
    "gmx.net",
    "gmx.com",
    "web.de",
    "fastmail.com",
)
# Enough for a script on a page that everyone loads; the rest is asked by the server.
COMMONEST = DISTINCTIVE[:15]

# These have their mail in one place only, and many take the ending of their own country for it.
_ELSEWHERE = {
    f"{name}.{ending}": f"{name}.com" for name in ("gmail", "icloud") for ending in ("nl", "be", "eu")
}
# Brands with a domain in many countries, each of which is right.
_WORLDWIDE = ("hotmail", "live", "outlook", "yahoo", "gmx", "msn")
# fmt: off
_COUNTRIES = (
    "com", "net", "nl", "be", "de", "fr", "it", "es", "pt", "at", "ch", "ie", "dk", "se", "no", "fi",
    "pl", "cz", "sk", "hu", "ro", "gr", "bg", "lv", "lt", "ee", "tr", "ru", "ca", "us", "cl", "ar",
    "br", "mx", "pe", "in", "jp", "kr", "ph", "sg", "my", "tw", "hk", "vn", "il", "sa", "co.uk",
    "co.jp", "co.in", "co.id", "co.th", "co.za", "co.nz", "co.kr", "co.il", "com.au", "com.br",
    "com.ar", "com.mx", "com.tr", "com.gr", "com.sg", "com.ph", "com.vn", "com.hk",
)
# Real ones that lie next to a common one.
_NEIGHBOURS = (
    "mail.com", "email.com", "ymail.com", "hmail.com", "rmail.com", "fmail.com", "tmail.com",
    "grail.com", "cloud.com", "ziggy.nl", "ziggo.com", "kpnmail.com", "kpnplanet.net", "telnet.be",
    "telenet.nl", "skynet.com", "skynet.net", "skynet.nl", "proximus.com", "proximus.nl", "upcmail.com",
    "caiway.net", "xs4all.com", "xs4all.net", "telfort.com", "gmail.de", "googlemail.de",
    "protonmail.ch",
)
# fmt: on
KNOWN = frozenset(
    [*DISTINCTIVE, *ORDINARY, *_NEIGHBOURS]
    + [f"{brand}.{country}" for brand in _WORLDWIDE for country in _COUNTRIES]
)

# Near com, net, org and be, of three letters or more, only these endings exist.
_REAL_LONG_ENDINGS = {"com", "net", "org", "cam", "bet", "pet", "vet", "new", "ong", "men", "gent"}
_UNREAL_SHORT_ENDINGS = {"ln", "nk", "bl", "eb"}


@lru_cache(maxsize=1024)
def likely_meant(domain: str) -> str | None:
    """Return the common domain of which `domain`, in lower case, is a likely slip of the finger.

    One letter more, less, other, or two swapped; two such slips in a name of nine letters or more, or where
    the ending exists nowhere. None for a domain that we know, and where two are equally near.
    """
    if domain in KNOWN or "." not in domain:
        return None
    if domain in _ELSEWHERE:
        return _ELSEWHERE[domain]
    found = sorted((slips(domain, common), common) for common in DISTINCTIVE if _may_mean(domain, common))
    found += sorted(
        (slips(domain, common), common) for common in ORDINARY if _has_unreal_ending_of(domain, common)
    )
    nearest = min((distance for distance, _ in found), default=0)
    candidates = [common for distance, common in found if distance == nearest]
    return candidates[0] if len(candidates) == 1 else None


@cache
def known_near_commonest() -> tuple[str, ...]:
    """Return the domains that a script with only COMMONEST at hand would take for a slip."""
    near = (
        known
        for known in KNOWN
        for common in COMMONEST
        # One slip changes at most two of the letters in use; most pairs are told apart by that alone.
        if len(set(known) ^ set(common)) <= 2 and slips(known, common) == 1
    )
    return tuple(sorted(set(near) - set(COMMONEST)))


def slips(one: str, other: str) -> int:
    """Return the Damerau-Levenshtein distance, each pair of letters swapped at most once."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, start=1):
        before, last, row = row, before, [i]
        for j, wanted in enumerate(other, start=1):
            best = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != wanted))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == wanted:
                best = min(best, last[j - 2] + 1)
            row.append(best)
    return row[-1]


def _may_mean(domain: str, common: str) -> bool:
    if abs(len(domain) - len(common)) > 2:
        return False
    name = common.rpartition(".")[0]
    allowed = 2 if len(name) >= 9 or _is_unreal(domain.rpartition(".")[2]) else 1
    return slips(domain, common) <= allowed


def _has_unreal_ending_of(domain: str, common: str) -> bool:
    name, _, ending = domain.rpartition(".")
    wanted_name, _, wanted_ending = common.rpartition(".")
    return name == wanted_name and _is_unreal(ending) and slips(ending, wanted_ending) == 1


def _is_unreal(ending: str) -> bool:
    """Say whether `ending`, which is near a common one, surely is no top-level domain."""
    if len(ending) == 2:
        return ending in _UNREAL_SHORT_ENDINGS
    return ending not in _REAL_LONG_ENDINGS
