"""Show the progress of long work on a terminal."""

import os
from collections.abc import Iterable
from contextlib import AbstractContextManager, nullcontext
from typing import BinaryIO, TypeVar, cast

T = TypeVar("T")


def rows_watched(rows: Iterable[T], total: int, desc: str) -> Iterable[T]:
    """Show on a terminal how many rows are read, if reading takes longer than a second.

    Args:
        rows: the rows to read.
        total: the number of rows.
        desc: the label of the progress bar.

    Returns:
        The same rows; reading them moves the progress bar.
    """
    try:
        from tqdm import tqdm  # noqa: PLC0415  # an optional dependency
    except ImportError:  # pragma: no cover
        return rows
    return tqdm(rows, total=total, desc=desc, delay=1, disable=None, leave=False)


def bytes_watched(file: BinaryIO, desc: str) -> AbstractContextManager[BinaryIO]:
    """Show on a terminal how much of a file is read, if reading takes longer than a second.

    Args:
        file: the file to read.
        desc: the label of the progress bar.

    Returns:
        A context that gives the same file; reading it moves the progress bar.
    """
    try:
        from tqdm import tqdm  # noqa: PLC0415
    except ImportError:  # pragma: no cover
        return nullcontext(file)
    size = os.fstat(file.fileno()).st_size
    watched = tqdm.wrapattr(file, "read", total=size, desc=desc, delay=1, disable=None, leave=False)
    return cast("AbstractContextManager[BinaryIO]", watched)
