"""A maker of renditions that is killed loses no picture, and readers see no half one."""

import io
import os
import signal
import subprocess
import sys
from pathlib import Path

from PIL import Image

from tests.faults.nodes import Site
from tests.running_site import ROOT, wait_until

JOBS, RENDITIONS = "images_renditionjob", "images_siterendition"
SECONDS = 60
ADD = """
from tests.images.pictures import file_of, make_image
for colour in ("sienna", "teal"):
    make_image(file_of(colour, size=(3000, 2000)))
"""
# So long nobody waits in a test: what is believed of a maker without a sign of life is over now.
NOT_BELIEVED = """
from datetime import timedelta
from django.utils import timezone
from images.models import RenditionJob
RenditionJob.objects.filter(state="making").update(taken_until=timezone.now() - timedelta(seconds=1))
"""


def make(site: Site) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, str(ROOT / "manage.py"), "make_renditions", "--waiting"],
        env=site.environment(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


def shell(site: Site, code: str) -> None:
    site.run("shell", "--no-imports", "-c", code)


def files(site: Site) -> list[Path]:
    return [site.data_dir / "media" / name for (name,) in site.rows(f"SELECT file FROM {RENDITIONS}")]  # noqa: S608


def test_killed_maker_of_renditions_is_taken_over(broken_site: Site) -> None:
    shell(broken_site, ADD)
    assert broken_site.count(JOBS, "state = 'waiting'") == 2
    # Each has one, that was made while the coach waited.
    before = broken_site.count(RENDITIONS)
    maker = make(broken_site)
    wait_until(lambda: broken_site.count(RENDITIONS) > before, SECONDS, "renditions are made")
    os.killpg(maker.pid, signal.SIGKILL)
    maker.wait(SECONDS)
    assert broken_site.count(JOBS, "state = 'making'") == 1
    # What is written down can be shown at that moment.
    for path in files(broken_site):
        Image.open(io.BytesIO(path.read_bytes())).load()

    shell(broken_site, NOT_BELIEVED)
    assert make(broken_site).wait(SECONDS) == 0
    assert broken_site.count(JOBS, "state = 'made'") == 2
    # Each once, of both pictures alike.
    rows = broken_site.rows(f"SELECT image_id, filter_spec FROM {RENDITIONS}")  # noqa: S608
    assert len(rows) == len(set(rows))
    one, other = ({spec for pk, spec in rows if pk == image} for image in {pk for pk, _ in rows})
    assert one == other
    for path in files(broken_site):
        Image.open(io.BytesIO(path.read_bytes())).load()
    assert broken_site.is_sound()
