"""One generation of the site: it imports the code once, forks web workers that share it, and does the rest.

python -m liefdesverdriet.application SOCKET READY WORKERS THREADS

SOCKET and READY are open files that the supervisor passes: what readers connect to, and a pipe that gets the
numbers of the web workers when they are there. The supervisor adopts those: a process that only kept a copy
for when one of them ends would cost 11 MB (docs/decisions/0015). So this one goes on to send mail and to do
what is due, until SIGTERM.
"""

import ctypes
import gc
import logging
import os
import signal
import socket
import sys
import threading
import time
from contextlib import suppress
from functools import partial

from django.core.management import call_command
from django.db import connection

from liefdesverdriet import balance, processes, spared, web

# Before anything else loads these libraries.
spared.load_without()

from liefdesverdriet.wsgi import application  # noqa: E402

logger = logging.getLogger("liefdesverdriet")

# mallopt(3): what is larger than the first number of bytes is given back as soon as it is freed, and the rest
# once so much is free at the end. Pages are put together in pieces of that size, in each thread's own heap.
MMAP_THRESHOLD = 64 * 1024
M_MMAP_THRESHOLD, M_TRIM_THRESHOLD = (-3, MMAP_THRESHOLD), (-1, 128 * 1024)
PAGE = 4096


def give_memory_back() -> None:
    """Have the C library give freed memory back early, where it is the one that can."""
    with suppress(AttributeError, OSError):
        library = ctypes.CDLL(None)
        for name, value in (M_MMAP_THRESHOLD, M_TRIM_THRESHOLD):
            library.mallopt(name, value)


class Heap(ctypes.Structure):
    """What the C library says of its main heap, in bytes (mallinfo2(3), since glibc 2.33)."""

    _fields_ = tuple(
        (name, ctypes.c_size_t)
        for name in (
            *("arena", "ordblks", "smblks", "hblks", "hblkhd"),
            *("usmblks", "fsmblks", "uordblks", "fordblks", "keepcost"),
        )
    )


def settle_memory() -> None:
    """Have the C library leave what processes share alone, where it is the one that can; before forking.

    It writes to free pieces twice: when it puts them in order, at the next request for more than a kilobyte,
    and when it gives them out. After a fork each process did both for itself, and copied the four kilobytes
    around each piece: the schema of the first connection to SQLite alone cost it 7 MB. So they are put in
    order now, and given out, for good: what is asked for later is new memory, side by side.
    """
    with suppress(AttributeError, OSError):
        library = ctypes.CDLL(None)
        library.malloc_trim(0)
        fill_holes(library)


def fill_holes(library: ctypes.CDLL) -> int:
    """Take all free pieces of the main heap for good, but for its end; return how many bytes are left.

    Raises AttributeError where the C library does not tell what is free.
    """
    library.mallinfo2.restype = Heap
    library.malloc.restype = library.sbrk.restype = ctypes.c_void_p
    library.free.argtypes = [ctypes.c_void_p]
    end = library.sbrk(0) - library.mallinfo2().keepcost
    # The largest first, or the small ones would be cut from them. Eight bytes of each are the library's own.
    for size in (*range(MMAP_THRESHOLD, PAGE, -PAGE // 4), *range(PAGE, 8, -16)):
        while (piece := library.malloc(size - 8)) < end:
            pass
        library.free(piece)
    heap = library.mallinfo2()
    return int(heap.fordblks - heap.keepcost)


def work_in_the_background() -> None:
    """Send mail and do what is due, until SIGTERM.

    One process for both, as each costs memory and neither keeps it busy. What breaks in the one ends neither
    the other nor the web workers, which come and go with this process.
    """
    from liefdesverdriet import schedule

    # While mail is sent, its command answers to that itself.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    stopping = threading.Event()
    scheduler = threading.Thread(target=schedule.run, args=[stopping], daemon=True)
    scheduler.start()
    try:
        send_mail()
    finally:
        stopping.set()
        scheduler.join(processes.STOP_SECONDS / 2)


def send_mail() -> None:
    """Run the mail worker until it is told to stop; again, after growing pauses, where it fails."""
    pause = processes.FIRST_PAUSE
    while True:
        began = time.monotonic()
        try:
            call_command("worker")
        except Exception:
            has_run = time.monotonic() - began > processes.LONGEST_PAUSE
            pause = processes.FIRST_PAUSE if has_run else pause
            logger.exception("the mail worker stopped; it starts again in %g s", pause)
            connection.close()
            time.sleep(pause)
            pause = min(pause * 2, processes.LONGEST_PAUSE)
        else:
            return


def run(listener: socket.socket, ready: int, workers: int, threads: int) -> None:
    """Fork the web workers, write their numbers and a full stop to the file `ready`; do the rest oneself."""
    # Threads that run while a process forks are not in the child, but the locks that they hold are.
    assert threading.active_count() == 1  # noqa: S101
    # What is there by now is kept for good; a collector that looked through it would write to it.
    gc.collect()
    gc.freeze()
    # Python looks for all garbage once a quarter as much has come as it kept the last time: that is
    # nothing now, and was half a million things.
    gc.collect()
    settle_memory()
    shares, supervisor = balance.Shares(workers), os.getppid()
    for number in range(workers):
        pid = processes.fork_for(
            supervisor, partial(web.serve, application, listener, threads, shares, number)
        )
        os.write(ready, f"{pid} ".encode())
    os.write(ready, b".")
    os.close(ready)
    listener.close()
    work_in_the_background()


if __name__ == "__main__":
    socket_number, ready_number, worker_count, thread_count = map(int, sys.argv[1:])
    # Its models can be imported only now that Django knows its apps.
    from liefdesverdriet import rehearsal

    give_memory_back()
    rehearsal.warm_up()
    run(socket.socket(fileno=socket_number), ready_number, worker_count, thread_count)
