"""A stream that is sealed with a key: AES-256-GCM, in pieces, so that any size takes little memory.

The construction is STREAM (Hoang, Reyhanitabar, Rogaway, Vizár, 2015): the nonce of each piece holds its
number and whether it is the last, so that no piece can be changed, left out, moved or cut off unnoticed. The
key follows from what is given, a passphrase too, by scrypt with a salt of its own for each stream (RFC 7914).
"""

import hashlib
import hmac
import json
import os
from typing import IO, Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

MAGIC = b"LIEFDESVERDRIET BACKUP 1\n"
PIECE = 1024 * 1024
TAG = 16
LEAST_KEY = 16
# 32 MB and a tenth of a second for each guess.
SCRYPT: dict[str, int] = {"n": 2**15, "r": 8, "p": 1}
LONGEST_HEADER = 1000


class Unreadable(Exception):
    """What was given is no whole, unchanged backup that this key opens; says why in one sentence."""


class BadKey(Exception):
    """A key that protects nothing."""


def check_key(key: str) -> str:
    """Return a key that is long enough. Raises BadKey."""
    if len(key) < LEAST_KEY:
        raise BadKey(
            f"The key must have {LEAST_KEY} characters or more; `openssl rand -base64 32` makes a good one."
        )
    return key


class Sealer:
    """A file to write to. `key` "" writes as it is, for who asked for that. Call `finish` at the end."""

    def __init__(self, target: IO[bytes], key: str) -> None:
        self._target = target
        self._pending = bytearray()
        self._number = 0
        self._cipher: AESGCM | None = None
        header: dict[str, Any] = {"sealed": bool(key)}
        if key:
            salt, self._nonce = os.urandom(16), os.urandom(7)
            seal, check = _derive(key, salt, SCRYPT)
            self._cipher = AESGCM(seal)
            header |= {"salt": salt.hex(), "nonce": self._nonce.hex(), "check": check.hex(), **SCRYPT}
        self._header = MAGIC + json.dumps(header).encode() + b"\n"
        target.write(self._header)

    def write(self, data: bytes) -> int:
        if self._cipher is None:
            return self._target.write(data)
        self._pending += data
        # The last piece is told by `finish`, so one is always held back.
        while len(self._pending) > PIECE:
            self._seal(bytes(self._pending[:PIECE]), is_last=False)
            del self._pending[:PIECE]
        return len(data)

    def finish(self) -> None:
        if self._cipher is not None:
            self._seal(bytes(self._pending), is_last=True)
            self._pending.clear()

    def _seal(self, piece: bytes, *, is_last: bool) -> None:
        assert self._cipher  # noqa: S101
        nonce = self._nonce + self._number.to_bytes(4, "big") + bytes([is_last])
        self._target.write(self._cipher.encrypt(nonce, piece, self._header))
        self._number += 1


class Opener:
    """A file to read what a `Sealer` wrote. Raises Unreadable, at the latest from `finish`."""

    def __init__(self, source: IO[bytes], key: str) -> None:
        self._source = source
        self._ready = bytearray()
        self._number = 0
        self._is_over = False
        self._cipher: AESGCM | None = None
        if source.read(len(MAGIC)) != MAGIC:
            raise Unreadable("This is no backup of this site, or its beginning is damaged.")
        line = source.readline(LONGEST_HEADER)
        self._header = MAGIC + line
        try:
            header = json.loads(line)
            self.is_sealed = bool(header["sealed"])
            if self.is_sealed:
                cost = {name: int(header[name]) for name in SCRYPT}
                if not (cost["n"] <= 2**20 and cost["r"] <= 32 and cost["p"] <= 16):
                    raise ValueError("too costly")
                self._nonce = bytes.fromhex(header["nonce"])
                salt, check = bytes.fromhex(header["salt"]), bytes.fromhex(header["check"])
        except (ValueError, KeyError, TypeError) as error:
            raise Unreadable("The beginning of the backup is damaged.") from error
        if not self.is_sealed:
            return
        if not key:
            raise Unreadable("The backup is encrypted: give its key, by BACKUP_KEY or --key-file.")
        seal, known = _derive(key, salt, cost)
        if not hmac.compare_digest(known, check):
            raise Unreadable("The key does not fit this backup, or the beginning of the backup is damaged.")
        self._cipher = AESGCM(seal)
        self._ahead = source.read(PIECE + TAG)

    def read(self, size: int) -> bytes:
        """Return `size` bytes, fewer only at the end."""
        if self._cipher is None:
            return self._source.read(size)
        while len(self._ready) < size and not self._is_over:
            self._open_piece()
        data = bytes(self._ready[:size])
        del self._ready[:size]
        return data

    def finish(self) -> None:
        """Read on to the end, so that nothing in it is left unchecked."""
        while self.read(PIECE):
            pass

    def _open_piece(self) -> None:
        assert self._cipher  # noqa: S101
        piece, self._ahead = self._ahead, self._source.read(PIECE + TAG)
        self._is_over = not self._ahead
        nonce = self._nonce + self._number.to_bytes(4, "big") + bytes([self._is_over])
        try:
            self._ready += self._cipher.decrypt(nonce, piece, self._header)
        except InvalidTag as error:
            raise Unreadable(self._what_is_wrong(piece)) from error
        self._number += 1

    def _what_is_wrong(self, piece: bytes) -> str:
        megabytes = self._number * PIECE // 1024**2
        if self._is_over:
            assert self._cipher  # noqa: S101
            nonce = self._nonce + self._number.to_bytes(4, "big") + b"\0"
            try:
                self._cipher.decrypt(nonce, piece, self._header)
            except InvalidTag:
                pass
            else:
                return f"The backup is not whole: it ends after {megabytes + 1} MB."
        return f"The backup is damaged or not whole, {megabytes} MB from its beginning."


def _derive(key: str, salt: bytes, cost: dict[str, int]) -> tuple[bytes, bytes]:
    """Return the key that seals, and a value by which a wrong one is known."""
    derived = hashlib.scrypt(key.encode(), salt=salt, dklen=64, maxmem=2**31 - 1, **cost)
    return derived[:32], hashlib.sha256(derived[32:]).digest()[:16]
