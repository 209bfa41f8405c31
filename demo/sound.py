"""The demo's podcast sound: waves on a beach and a sparse felt piano, made by code.

`python -m demo.sound` writes one mp3 an episode to demo/audio (needs ffmpeg).
"""

import array
import math
import random
import subprocess
import tempfile
import wave
from pathlib import Path

RATE = 32000
TARGET = Path(__file__).resolve().parent / "audio"

# Notes as (second, MIDI number, loudness). Each episode has its own key and its own walk through it.
EPISODES = {
    "als-het-huis-stil-is": {
        "title": "Als het huis stil is",
        "seconds": 36,
        "seed": 11,
        "swell": 9.0,
        "bright": 0.55,
        # D minor, low and slow, ending open on the fifth
        "notes": [
            (2.0, 50, 0.7), (2.0, 57, 0.45), (4.6, 65, 0.6), (6.4, 64, 0.5), (9.0, 46, 0.7),
            (9.0, 58, 0.4), (11.4, 62, 0.6), (13.4, 60, 0.5), (16.2, 43, 0.65), (16.2, 55, 0.45),
            (18.2, 58, 0.55), (20.2, 57, 0.5), (23.0, 50, 0.6), (23.0, 57, 0.4), (25.2, 62, 0.5),
            (27.4, 64, 0.4), (29.4, 57, 0.35), (29.4, 45, 0.45),
        ],
    },
    "hoop-is-geen-plan": {
        "title": "Hoop is geen plan",
        "seconds": 34,
        "seed": 23,
        "swell": 7.5,
        "bright": 0.7,
        # G major that keeps leaning on its sixth degree
        "notes": [
            (1.6, 43, 0.65), (1.6, 59, 0.45), (3.6, 62, 0.55), (5.0, 66, 0.5), (7.6, 40, 0.65),
            (7.6, 59, 0.45), (9.4, 64, 0.55), (11.2, 62, 0.45), (13.6, 48, 0.6), (13.6, 60, 0.45),
            (15.4, 67, 0.5), (17.0, 66, 0.45), (19.6, 50, 0.6), (19.6, 57, 0.4), (21.6, 62, 0.5),
            (23.4, 64, 0.45), (26.2, 40, 0.55), (26.2, 55, 0.4), (28.2, 59, 0.35),
        ],
    },
    "de-eerste-date-daarna": {
        "title": "De eerste date daarna",
        "seconds": 34,
        "seed": 37,
        "swell": 6.5,
        "bright": 0.85,
        # E major, lighter, in small rising steps
        "notes": [
            (1.4, 52, 0.6), (1.4, 59, 0.4), (2.8, 64, 0.5), (4.0, 66, 0.5), (5.2, 68, 0.5),
            (7.4, 49, 0.6), (7.4, 56, 0.4), (9.0, 64, 0.5), (10.2, 68, 0.45), (11.4, 71, 0.45),
            (13.6, 45, 0.6), (13.6, 57, 0.4), (15.0, 64, 0.5), (16.2, 66, 0.45), (17.6, 69, 0.45),
            (19.8, 47, 0.6), (19.8, 59, 0.4), (21.4, 66, 0.5), (22.8, 64, 0.45), (25.4, 52, 0.55),
            (25.4, 59, 0.4), (26.8, 64, 0.45), (28.2, 68, 0.4),
        ],
    },
}  # fmt: skip


def waves(seconds: float, swell: float, seed: int) -> list[float]:
    """Breakers: pink-ish noise through a low-pass that opens and closes with each swell."""
    rng = random.Random(seed)
    low = body = deep = 0.0
    out = []
    for i in range(int(seconds * RATE)):
        t = i / RATE
        turn = (t / swell) % 1.0
        rise = math.sin(math.pi * turn) ** 2 * (1 - 0.45 * turn)
        second = math.sin(math.pi * ((t / (swell * 1.37) + 0.4) % 1.0)) ** 4
        noise = rng.uniform(-1, 1)
        opening = 0.012 + 0.10 * rise * rise + 0.03 * second
        low += opening * (noise - low)
        body += 0.35 * (low - body)
        deep += 0.004 * (noise - deep)
        out.append(body * (0.10 + 0.42 * rise + 0.16 * second) + deep * 0.35)
    return out


def strike(number: int, loudness: float, bright: float) -> list[float]:
    """A felted piano string: few partials, a soft hammer, the high ones dying first."""
    base = 440 * 2 ** ((number - 69) / 12)
    seconds = 5.2 - (number - 40) * 0.05
    total = [0.0] * int(seconds * RATE)
    for partial in range(1, 7):
        frequency = base * partial * math.sqrt(1 + 0.0004 * partial * partial)
        if frequency > 5000:
            break
        level = loudness * bright ** (partial - 1) / partial**1.25
        decay = (0.75 + 0.42 * partial) * (base / 220) ** 0.35
        step = 2 * math.pi * frequency / RATE
        beat = 2 * math.pi * (frequency * 1.0007) / RATE
        for i in range(len(total)):
            t = i / RATE
            total[i] += (
                level * math.exp(-decay * t) * (0.62 * math.sin(step * i) + 0.38 * math.sin(beat * i + 0.6))
            )
    attack, release = int(0.014 * RATE), int(0.25 * RATE)
    for i in range(attack):
        total[i] *= 0.5 - 0.5 * math.cos(math.pi * i / attack)
    for i in range(release):
        total[-1 - i] *= i / release
    return total


def room(dry: list[float]) -> list[float]:
    """A small warm room: four damped echoes feeding back, mixed under the dry sound."""
    wet = [0.0] * len(dry)
    for delay, gain in ((0.0437, 0.72), (0.0591, 0.70), (0.0713, 0.68), (0.0831, 0.66)):
        n, damped = int(delay * RATE), 0.0
        line = [0.0] * n
        for i, value in enumerate(dry):
            back = line[i % n]
            damped += 0.28 * (back - damped)
            line[i % n] = value + gain * damped
            wet[i] += back * 0.25
    return [d + 0.45 * w for d, w in zip(dry, wet, strict=True)]


def compose(episode: dict) -> list[float]:
    seconds = episode["seconds"]
    piano = [0.0] * (seconds * RATE)
    rng = random.Random(episode["seed"])
    for at, number, loudness in episode["notes"]:
        start = int((at + rng.uniform(-0.03, 0.03)) * RATE)
        for i, value in enumerate(strike(number, loudness, episode["bright"])):
            if start + i >= len(piano):
                break
            piano[start + i] += value
    sea = waves(seconds, episode["swell"], episode["seed"])
    mixed = [0.5 * p + 0.9 * s for p, s in zip(room(piano), sea, strict=True)]
    fade_in, fade_out = int(1.6 * RATE), int(4.0 * RATE)
    for i in range(fade_in):
        mixed[i] *= i / fade_in
    for i in range(fade_out):
        mixed[-1 - i] *= (i / fade_out) ** 1.5
    peak = max(abs(v) for v in mixed)
    return [0.7 * v / peak for v in mixed]


def write(slug: str, episode: dict) -> Path:
    samples = array.array("h", (round(v * 32767) for v in compose(episode)))
    TARGET.mkdir(parents=True, exist_ok=True)
    target = TARGET / f"{slug}.mp3"
    with tempfile.TemporaryDirectory() as folder:
        raw = Path(folder) / "sound.wav"
        with wave.open(str(raw), "wb") as out:
            out.setnchannels(1)
            out.setsampwidth(2)
            out.setframerate(RATE)
            out.writeframes(samples.tobytes())
        command = [
            "ffmpeg",
            "-y",
            "-loglevel",
            "error",
            "-i",
            str(raw),
            "-codec:a",
            "libmp3lame",
            "-b:a",
            "80k",
        ]
        command += ["-id3v2_version", "3", "-metadata", f"title={episode['title']}"]
        command += [
            "-metadata",
            "artist=Praktijk Tussentij",
            "-metadata",
            "album=Tussentij, de podcast (demo)",
        ]
        subprocess.run([*command, "-fflags", "+bitexact", str(target)], check=True)
    return target


def main() -> None:
    for slug, episode in EPISODES.items():
        target = write(slug, episode)
        print(f"{target.name}  {target.stat().st_size // 1024} kB")


if __name__ == "__main__":
    main()
