"""Children that are kept alive, and that end when they are told to or when their parent ends."""

import signal
import subprocess
import sys
from collections.abc import Iterator

import pytest

from liefdesverdriet import processes, tied
from tests.running_site import wait_until

STUBBORN = "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); time.sleep(60)"


def program(code: str) -> processes.Program:
    return processes.Program("It", sys.executable, "-c", code)


@pytest.fixture
def child(request: pytest.FixtureRequest) -> Iterator[processes.Program]:
    made = program(request.param)
    made.start()
    yield made
    made.kill()


@pytest.mark.parametrize("child", ["raise SystemExit(3)"], indirect=True)
def test_child_that_goes_on_stopping_is_started_after_growing_pauses(
    child: processes.Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(processes, "FIRST_PAUSE", 0.01)
    said: list[str] = []
    revival = processes.Revival(said.append, processes.Program.start)

    def has_stopped_three_times() -> bool:
        revival.look_after([child])
        return len(said) == 3

    wait_until(has_stopped_three_times, 60, "it stopped three times")
    assert said == [
        f"It stopped (exit code 3); it starts again in {pause} s." for pause in ("0.01", "0.02", "0.04")
    ]


def test_child_that_does_not_listen_is_ended() -> None:
    command = f"import subprocess, sys; sys.exit(subprocess.call([sys.executable, '-c', {STUBBORN!r}]))"
    stubborn = program(command)
    stubborn.start()
    processes.stop([stubborn], seconds=0.2)
    assert stubborn.exit_code in (-signal.SIGTERM, -signal.SIGKILL)


def test_child_that_was_never_started_can_be_stopped() -> None:
    processes.stop([program("pass")])


only_linux = pytest.mark.skipif(
    sys.platform != "linux", reason="only Linux has processes adopted, and tells them that their parent ended"
)
ADOPTING = """
import os, signal, sys, time
from liefdesverdriet import processes

def child():
    signal.signal(signal.SIGUSR1, lambda *_: sys.exit(7))
    os.write(told, str(os.getppid()).encode())
    time.sleep(60)

parent, told = os.pipe()
number, forked = os.pipe()
us = os.getpid()
processes.adopt()
between = os.fork()
if not between:
    os.write(forked, str(processes.fork_for(us, child)).encode())
    os._exit(0)
adopted = processes.Adopted("It", int(os.read(number, 20)))
assert int(os.read(parent, 20)) == us
assert adopted.exit_code is None
adopted.signal(signal.SIGUSR1)
adopted.wait(30)
assert adopted.exit_code == 7
os.waitid(os.P_PID, between, os.WEXITED | os.WNOWAIT)
processes.bury([between])
assert os.waitid(os.P_PID, between, os.WEXITED | os.WNOHANG | os.WNOWAIT).si_pid == between
processes.bury([])
try:
    os.waitpid(-1, os.WNOHANG)
except ChildProcessError:
    print("none is left")
"""


@only_linux
def test_child_that_another_forks_for_us_is_ours() -> None:
    """Its signals and its exit code too; who ended without being asked after is let go."""
    ran = subprocess.run([sys.executable, "-c", ADOPTING], capture_output=True, text=True, timeout=60)
    assert (ran.stdout, ran.stderr) == ("none is left\n", "")


@only_linux
def test_process_whose_parent_is_gone_already_ends() -> None:
    code = f"import time\nfrom liefdesverdriet import tied\ntied.tie({2**30})\ntime.sleep(60)"
    assert subprocess.run([sys.executable, "-c", code], timeout=30).returncode == -signal.SIGTERM
    assert tied.PR_SET_PDEATHSIG == 1
