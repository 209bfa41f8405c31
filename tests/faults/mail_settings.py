"""Settings of a worker that is killed: it tries again soon, and does not wait long for a silent server."""

from tests.faults.settings import *  # noqa: F403

MAIL_RETRY_SECONDS = 0.2
EMAIL_TIMEOUT = 1
