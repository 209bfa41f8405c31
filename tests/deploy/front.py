"""nginx with the shipped file, without any rights, in front of something on this machine."""

import http.client
import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from tests.running_site import ROOT, free_port, wait_until

SHIPPED = ROOT / "deploy" / "nginx"
NGINX = shutil.which("nginx", path=f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/local/sbin")
MIME_TYPES = Path("/etc/nginx/mime.types")

MAIN = """
{user}
daemon off;
pid {folder}/nginx.pid;
error_log stderr warn;
worker_processes 2;
events {{ worker_connections 512; }}
http {{
    include {mime_types};
    default_type application/octet-stream;
    sendfile on;
    tcp_nopush on;
    access_log off;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    include {folder}/liefdesverdriet.conf;
}}
"""


@dataclass
class Answer:
    status: int
    headers: http.client.HTTPMessage
    body: bytes

    def __getitem__(self, name: str) -> str:
        return self.headers.get(name, "")


def ask(port: int, path: str, method: str = "GET", **headers: str) -> Answer:
    """Send a request with headers named as in Python: accept_encoding."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    named = {"Host": "localhost"} | {name.replace("_", "-"): value for name, value in headers.items()}
    try:
        connection.request(method, path, headers=named)
        answer = connection.getresponse()
        return Answer(answer.status, answer.headers, answer.read())
    finally:
        connection.close()


class Front:
    """nginx for a site's data folder and the port that the site listens on."""

    def __init__(self, folder: Path, data_dir: Path, behind: int) -> None:
        self.folder, self.port, self.plain_port = folder, free_port(), free_port()
        self.process: subprocess.Popen[bytes] | None = None
        (folder / "cache").mkdir(parents=True)
        names = {
            "listen 80;": f"listen 127.0.0.1:{self.plain_port};",
            "listen [::]:80;": "",
            "127.0.0.1:8000": f"127.0.0.1:{behind}",
            "www.voorbeeld.nl": "localhost",
            "/srv/liefdesverdriet/var": str(data_dir),
            "/var/cache/nginx/liefdesverdriet": str(folder / "cache"),
            "/var/log/nginx": str(folder),
            "/etc/nginx/liefdesverdriet": str(folder),
        }
        text = (SHIPPED / "liefdesverdriet.conf").read_text()
        for name, value in names.items():
            assert name in text, f"the shipped file no longer says {name}"
            text = text.replace(name, value)
        (folder / "liefdesverdriet.conf").write_text(text)
        for name in ("headers.conf", "even-niet.html"):
            shutil.copy(SHIPPED / name, folder / name)
        (folder / "tls.conf").write_text(f"listen 127.0.0.1:{self.port};\n")
        user = "user root;" if os.geteuid() == 0 else ""
        main = MAIN.format(folder=folder, user=user, mime_types=MIME_TYPES)
        (folder / "nginx.conf").write_text(main)
        self.command = [NGINX or "nginx", "-p", str(folder), "-c", str(folder / "nginx.conf"), "-e", "stderr"]

    def check(self) -> str:
        """Return what nginx says about its files."""
        done = subprocess.run([*self.command, "-t"], capture_output=True, text=True, check=False)
        return done.stderr

    def start(self) -> None:
        self.process = subprocess.Popen(self.command, stdin=subprocess.DEVNULL)
        wait_until(self._listens, 30, "nginx listens")

    def stop(self) -> None:
        if self.process:
            self.process.terminate()
            self.process.wait(30)

    def ask(self, path: str, method: str = "GET", **headers: str) -> Answer:
        return ask(self.port, path, method, **headers)

    def kept(self, path: str) -> list[str]:
        """Return the keys under which answers for `path` lie on the disk."""
        files = [file.read_bytes() for file in (self.folder / "cache").rglob("*") if file.is_file()]
        keys = [content.split(b"\nKEY: ")[1].split(b"\n")[0].decode() for content in files]
        return sorted(key for key in keys if key.startswith(f"http://localhost{path} "))

    def _listens(self) -> bool:
        try:
            return self.ask("/static/").status in (403, 404)
        except OSError:
            return False
