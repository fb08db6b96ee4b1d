"""A plan's document: what it cites and its units stand in lists, each once, and are named by their ids elsewhere.

People write plans, so what the library knows needs not be said: its own indicators have no entry, and a target whose
words carry its number needs no bound.
"""

from collections.abc import Collection, Iterator, Mapping
from contextlib import suppress
from typing import Any, final

from attrs import define, field
from cattrs.errors import BaseValidationError

from nsc_program.catalog._indicators import INDICATORS
from nsc_program.errors import NOUNS, DocumentError, Message, NscError, Problem, UnknownId, place
from nsc_program.plan._program import Program
from nsc_program.plan._sources import Document
from nsc_program.plan._targets import Unit
from nsc_program.serialization._converter import is_object, listed, strict, strict_with
from nsc_program.serialization._parsing import A_LIST, wrong_kind
from nsc_program.serialization._worded import Worded
from nsc_program.serialization._writing import PLAN, written
from nsc_program.values._text import Text
from nsc_program.values._validators import shown


def read_program(value: object) -> Program:
    """Read a plan in which documents and units stand in lists, each once, and are named by their ids elsewhere."""
    given = dict(is_object(value, Program))
    lists = [_List("documents", "document", Document), _List("units", "unit", Unit)]
    problems = [problem for each in lists for problem in each.fill(given.pop(each.key, []))]
    given["indicators"] = _with_own_indicators(given, lists[1])
    worded = Worded(
        given["indicators"],
        {name: unit for name, (_, unit) in lists[1].things.items() if isinstance(unit, Unit)},
    )
    given = worded.fill(given)
    problems += worded.problems
    try:
        program = strict_with({each.kind: each.named for each in lists}).structure(given, Program)
    except (BaseValidationError, NscError) as error:
        problems += listed(error)
    else:
        named = (
            {document.id for document in program.documents},
            {each.unit.id for each in program.indicators},
        )
        problems += [
            problem for each, ids in zip(lists, named, strict=True) for problem in each.unused(ids)
        ]
        if not problems:
            return program
    raise DocumentError(*problems)


def _with_own_indicators(given: Mapping[str, Any], units: "_List") -> Any:
    """The indicators of a plan, and those of the library's own that it names and does not define."""
    listed_ones = given.get("indicators", [])
    if type(listed_ones) is not list:
        return listed_ones
    defined = [each.get("id") for each in listed_ones if isinstance(each, dict)]
    named = {
        name for key in ("phases", "past", "objectives") for name in _indicators_in(given.get(key))
    }
    own = [each for each in INDICATORS if each.id in named and each.id not in defined]
    for indicator in own:
        units.things.setdefault(indicator.unit.id, (len(units.things), indicator.unit))
    return [*listed_ones, *(written(each, PLAN) for each in own)]


def _indicators_in(value: Any) -> Iterator[str]:
    """The ids that stand under `indicator` anywhere in a part of a document."""
    for each in (
        value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    ):
        yield from _indicators_in(each)
    if isinstance(value, dict) and isinstance(value.get("indicator"), str):
        yield value["indicator"]


# What stands in for a thing that could not be read, so that the rest of the document can be looked through.
_UNREAD = Text(vi="", en="")


def _stand_in(kind: type[Document | Unit], name: str) -> Document | Unit:
    return (
        Document(id=name, title=_UNREAD, place="-")
        if kind is Document
        else Unit(id=name, label=_UNREAD)
    )


@final
@define
class _List:
    """Things that a document lists once, to name them by their ids elsewhere.

    Attributes:
        is_known: each of them has an id that could be read.
    """

    key: str
    what: str
    kind: type[Document | Unit]
    things: dict[str, tuple[int, Document | Unit]] = field(factory=dict)
    is_known: bool = True

    def fill(self, value: Any) -> Iterator[Problem]:
        """Read the things, and give the problems."""
        if type(value) is not list:
            self.is_known = False
            yield wrong_kind(A_LIST, value).within(self.key)
            return
        for index, item in enumerate(value):
            try:
                thing = strict().structure(item, self.kind)
            except (BaseValidationError, NscError) as error:
                yield from listed(error, self.key, index)
                try:
                    thing = _stand_in(self.kind, item["id"])
                except (LookupError, TypeError, NscError):
                    self.is_known = False
                    continue
            if thing.id in self.things:
                name, other = shown(thing.id), place((self.key, self.things[thing.id][0]))
                yield self._about(
                    index,
                    "repeated",
                    f"mã {name} cũng có ở {other}; cho mỗi mục một mã riêng",
                    f"the id {name} stands at {other} too; give each its own id",
                )
            self.things.setdefault(thing.id, (index, thing))

    def named(self, value: Any, _: Any) -> Document | Unit:
        """Read an id, or a thing that stands there itself, as the documents do that past phases cite."""
        if type(value) is dict and self.kind is Document:
            return strict().structure(value, Document)
        wanted = strict().structure(value, str)
        if wanted in self.things:
            return self.things[wanted][1]
        if not self.is_known:
            with suppress(NscError):
                return _stand_in(self.kind, wanted)  # it may be one of those that could not be read
        raise UnknownId(self.what, wanted, tuple(self.things))

    def unused(self, used: Collection[str]) -> Iterator[Problem]:
        """Refuse what nothing names: it would be lost, and something else may be misspelt."""
        for name, (index, _) in self.things.items():
            if name not in used:
                vi = f"không có gì dùng đến {NOUNS[self.what]} {shown(name)}; bỏ mục này, hoặc sửa chỗ viết sai mã"
                en = f"nothing names the {self.what} {shown(name)}; leave it out, or correct the id that should name it"
                yield self._about(index, "unused", vi, en)

    def _about(self, index: int, code: str, vi: str, en: str) -> Problem:
        return Problem((self.key, index), code, Message(vi, en))
