"""The plans themselves, as data: each number stands beside the words that carry it."""

from nsc_program.catalog.hanoi import HANOI
from nsc_program.catalog.press import ARTICLE, BAOMOI, KINHTEVADUBAO

__all__ = ["ARTICLE", "BAOMOI", "HANOI", "KINHTEVADUBAO"]
