"""A running site's processes, from /proc: which they are, what memory they take, who holds a connection."""

import socket
from pathlib import Path

PROC = Path("/proc")


def family(pid: int) -> list[int]:
    """Return a process and all that descend from it."""
    parents = {}
    for folder in PROC.glob("[0-9]*"):
        try:
            # The name stands between brackets and may hold anything; the parent is the second word after it.
            parents[int(folder.name)] = int((folder / "stat").read_text().rpartition(")")[2].split()[1])
        except OSError:
            continue
    found = [pid]
    for one in found:
        found += [child for child, parent in parents.items() if parent == one]
    return found


def memory(pid: int) -> float:
    """Return the megabytes of a process and its descendants, what they share counted once (PSS)."""
    total = 0
    for one in family(pid):
        try:
            lines = (PROC / str(one) / "smaps_rollup").read_text().splitlines()
        except OSError:
            continue
        total += sum(int(line.split()[1]) for line in lines if line.startswith("Pss:"))
    return total / 1024


def holder(pid: int, connection: socket.socket) -> int | None:
    """Return which descendant of `pid` holds the other end of a loopback connection; None if none yet."""
    ours, theirs = connection.getsockname()[1], connection.getpeername()[1]
    inodes = {inode for local, remote, inode in _sockets() if (local, remote) == (theirs, ours)}
    return next((one for one in family(pid) if inodes & _open_sockets(one)), None)


def _sockets() -> list[tuple[int, int, str]]:
    """Return local port, remote port and inode of each TCP socket (proc_pid_net(5))."""
    rows = [line.split() for line in (PROC / "net" / "tcp").read_text().splitlines()[1:]]
    return [(int(row[1][9:], 16), int(row[2][9:], 16), row[9]) for row in rows]


def _open_sockets(pid: int) -> set[str]:
    found = set()
    try:
        for descriptor in (PROC / str(pid) / "fd").iterdir():
            target = str(descriptor.readlink())
            if target.startswith("socket:["):
                found.add(target[8:-1])
    except OSError:
        pass
    return found
