"""The made-up register that the documentation uses, to try things out with.

It stands in `docs/examples` of the repository, and packed in this package. Everything in it is made
up, and it says nothing about Hanoi's results.
"""

from gzip import decompress
from importlib.resources import files

from nsc_program.records._register import Register
from nsc_program.serialization import from_json

__all__ = ["document", "register"]


def document() -> bytes:
    """Return the made-up register as a JSON document in UTF-8."""
    packed = files("nsc_program.testing").joinpath("made-up-register.json.gz")
    return decompress(packed.read_bytes())


def register() -> Register:
    """Return the made-up register.

    >>> register()
    <Register: 4,324 records, 8 claims, 0 rejected rows>
    """
    return from_json(document(), Register)
