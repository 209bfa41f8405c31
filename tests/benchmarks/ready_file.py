"""nginx that hands out one ready file: as fast as this machine gets, what all else is compared with."""

import gzip
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.running_site import free_port, wait_until

# What nginx is told; no log, a process a core, and the file that stands there compressed already.
CONFIGURATION = """
daemon off;
worker_processes auto;
pid {folder}/nginx.pid;
error_log {folder}/error.log;
events {{ worker_connections 512; }}
http {{
    types {{ text/html html; }}
    access_log off;
    sendfile on;
    tcp_nopush on;
    gzip_static on;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    server {{
        listen 127.0.0.1:{port};
        root {folder}/files;
    }}
}}
"""


def nginx() -> str | None:
    # Debian keeps it where only root looks.
    return shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin:/usr/local/sbin")


@contextmanager
def served(compressed: bytes, folder: Path) -> Iterator[str]:
    """Serve these gzip bytes as a file, in a new `folder`, and yield its address."""
    port = free_port()
    (folder / "files").mkdir(parents=True)
    (folder / "files" / "article.html").write_bytes(gzip.decompress(compressed))
    (folder / "files" / "article.html.gz").write_bytes(compressed)
    configuration = folder / "nginx.conf"
    configuration.write_text(CONFIGURATION.format(folder=folder, port=port))
    # Its workers are another user's where root starts it, and temporary folders are their owner's alone.
    for place in (folder.parent, folder):
        place.chmod(0o755)
    command = [nginx() or "nginx", "-p", str(folder), "-c", str(configuration)]
    process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        wait_until((folder / "nginx.pid").exists, 20, "nginx runs")
        yield f"http://127.0.0.1:{port}/article.html"
    finally:
        process.terminate()
        process.wait(20)
