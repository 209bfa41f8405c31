"""Let a process end when its parent does, so that a killed `manage.py serve` leaves nothing behind.

python tied.py PARENT COMMAND [ARGUMENT …]      PARENT: the process id of who asks for it
"""

import ctypes
import os
import signal
import sys

PR_SET_PDEATHSIG = 1  # prctl(2); elsewhere than on Linux the process runs untied


def tie(parent: int) -> None:
    """Have this process get SIGTERM when `parent` ends, also when that happened just before.

    It holds across execv, not across fork.
    """
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)
        if os.getppid() != parent:
            os.kill(os.getpid(), signal.SIGTERM)


if __name__ == "__main__":
    tie(int(sys.argv[1]))
    os.execv(sys.argv[2], sys.argv[2:])  # noqa: S606
