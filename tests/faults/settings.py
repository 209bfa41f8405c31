"""Settings of a site that is run to be broken: as everywhere, without the limits that would end a storm."""

import os

from liefdesverdriet.settings import *  # noqa: F403

if not os.environ.get("GUARD_LIMITS"):
    GUARD_LIMITS = {"comment": [(100_000, 600)], "sign-up": [(100_000, 600)]}
    GUARD_ADDRESS_LIMITS = GUARD_TOTAL_LIMITS = GUARD_LIMITS
# As everywhere, unless a test can't wait so long.
GIFT_SEEN_SECONDS = float(os.environ.get("GIFT_SEEN_SECONDS", "30"))
