"""A file out of a package that reaches visitors is the one that was looked at; any other stops the build."""

from hashlib import sha256

from macros.messages import BOUW


class Vreemd(Exception):
    """A file is not the one this site was made with; the message is for the terminal."""


def gekeurd(inhoud: bytes, verwacht: str, pakket: str, naam: str) -> bytes:
    """The content as it is; raises Vreemd when its hash is another than `verwacht`."""
    if sha256(inhoud).hexdigest() != verwacht:
        raise Vreemd(BOUW["vreemd"].format(pakket=pakket, naam=naam))
    return inhoud
