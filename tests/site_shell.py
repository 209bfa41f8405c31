"""Python inside a site that runs, for a test beside it: python -m tests.site_shell, with the site's settings.

Reads a piece of code as JSON from each line, and answers each with a line of JSON: what it printed ("said"),
or the traceback ("error"). Django is loaded once; each piece runs in a process of its own, and so finds
nothing kept from one before.
"""

import json
import multiprocessing
import sys
import traceback
from contextlib import redirect_stdout
from io import StringIO

import django


def run(code: str) -> None:
    said = StringIO()
    try:
        with redirect_stdout(said):
            exec(code, {"__name__": "__main__"})  # noqa: S102 - as `manage.py shell -c` does
        answer = {"said": said.getvalue()}
    except Exception:  # noqa: BLE001 - whatever it is, the test is told
        answer = {"error": traceback.format_exc()}
    print(json.dumps(answer), flush=True)


def main() -> None:
    django.setup()
    fork = multiprocessing.get_context("fork")
    for line in sys.stdin:
        process = fork.Process(target=run, args=[json.loads(line)])
        process.start()
        process.join()
        if process.exitcode:
            print(json.dumps({"error": f"It ended with {process.exitcode}."}), flush=True)


if __name__ == "__main__":
    main()
