"""Redraw the demo's pictures: all, or those named on the command line."""

import argparse
import zlib
from pathlib import Path

from demo.drawing import press
from demo.drawing.catalogue import PICTURES
from demo.drawing.paper import Sheet

TARGET = Path(__file__).resolve().parents[1] / "pictures"


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m demo.drawing", description=__doc__)
    parser.add_argument("name", nargs="*", help="names of pictures; none means all")
    parser.add_argument("--target", type=Path, default=TARGET)
    parser.add_argument("--draft", action="store_true", help="quicker and coarser")
    options = parser.parse_args()
    unknown = sorted(set(options.name) - set(PICTURES))
    if unknown:
        parser.error(f"no such picture: {', '.join(unknown)}")
    options.target.mkdir(parents=True, exist_ok=True)
    faces = press.font_faces()
    with press.browser() as chromium:
        for name in options.name or PICTURES:
            (width, height), draw = PICTURES[name]
            sheet = Sheet(width, height, seed=zlib.crc32(name.encode()) % 1000, fonts=faces)
            draw(sheet)
            file = options.target / f"{name}.webp"
            scale = 1 if options.draft else press.SCALE
            press.save(press.print_png(chromium, sheet.svg(), width, height, scale), file)
            print(f"{file.name}  {file.stat().st_size // 1024} kB", flush=True)


if __name__ == "__main__":
    main()
