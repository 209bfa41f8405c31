"""What the application does to its memory before it forks."""

import subprocess
import sys

import pytest

from tests.running_site import ROOT, bare_environment

# A heap like a sieve; a child is given as many small pieces as a connection to a database asks for.
SIEVE = """
import ctypes, os, sys
from liefdesverdriet import application

library = ctypes.CDLL(None)
if not hasattr(library, "mallinfo2"):
    sys.exit("no mallinfo2")
application.give_memory_back()
library.malloc.restype, library.free.argtypes = ctypes.c_void_p, [ctypes.c_void_p]
pieces = [library.malloc(200) for _ in range(100_000)]
for piece in pieces[::20]:
    library.free(piece)
if sys.argv[1] == "settled":
    application.settle_memory()
if os.fork() == 0:
    for _ in range(4_000):
        library.malloc(190)
    print(private(), flush=True)
    os._exit(0)
os.wait()
"""
PRIVATE = """
def private():
    with open("/proc/self/smaps_rollup") as lines:
        return next(int(line.split()[1]) for line in lines if line.startswith("Private_Dirty:"))
"""


def copied(tmp_path: object, how: str) -> int:
    """Return the kilobytes that a child has for itself when it has asked for 760."""
    ran = subprocess.run(
        [sys.executable, "-c", PRIVATE + SIEVE, how],
        cwd=ROOT,
        env=bare_environment(DATA_DIR=str(tmp_path), DEBUG="0"),
        capture_output=True,
        text=True,
        check=False,
    )
    if "no mallinfo2" in ran.stderr:
        pytest.skip("The C library here does not tell what is free.")
    assert ran.returncode == 0, ran.stderr
    return int(ran.stdout)


def test_a_child_gets_new_memory_instead_of_copying_what_all_share(tmp_path: object) -> None:
    assert copied(tmp_path, "as it is") > 15_000
    assert copied(tmp_path, "settled") < 5_000
