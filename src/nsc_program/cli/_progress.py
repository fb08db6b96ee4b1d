"""How far long work is, shown on a terminal."""

import os
from collections.abc import Iterable
from contextlib import AbstractContextManager, nullcontext
from typing import BinaryIO, TypeVar, cast

T = TypeVar("T")


def rows_watched(rows: Iterable[T], total: int, desc: str) -> Iterable[T]:
    """Show on a terminal how many rows are read, if it takes longer than a moment."""
    try:
        from tqdm import tqdm  # noqa: PLC0415  # of the extra
    except ImportError:  # pragma: no cover
        return rows
    return tqdm(rows, total=total, desc=desc, delay=1, disable=None, leave=False)


def bytes_watched(file: BinaryIO, desc: str) -> AbstractContextManager[BinaryIO]:
    """Show on a terminal how much of a file is read, if it takes longer than a moment."""
    try:
        from tqdm import tqdm  # noqa: PLC0415
    except ImportError:  # pragma: no cover
        return nullcontext(file)
    size = os.fstat(file.fileno()).st_size
    watched = tqdm.wrapattr(file, "read", total=size, desc=desc, delay=1, disable=None, leave=False)
    return cast("AbstractContextManager[BinaryIO]", watched)
