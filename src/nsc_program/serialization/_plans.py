"""Plans read from documents.

The cited documents and the units of a plan stand once, in lists, and their ids name them elsewhere.
People write plans, so they may leave out what the library knows: indicators of the library do not
need an entry, and a target whose words hold its number does not need a bound.
"""

from collections.abc import Collection, Iterator, Mapping
from contextlib import suppress
from contextvars import ContextVar
from functools import cache
from typing import Any, final

from attrs import define, field
from cattrs import Converter
from cattrs.errors import BaseValidationError

from nsc_program.catalog._indicators import INDICATORS
from nsc_program.errors import NOUNS, DocumentError, Message, NscError, Problem, UnknownId, place
from nsc_program.plan._indicators import Indicator, Unit
from nsc_program.plan._program import Program
from nsc_program.plan._sources import Document
from nsc_program.records._base import Record
from nsc_program.serialization._converter import strict, strict_with
from nsc_program.serialization._parsing import A_LIST, items_of, wrong_kind
from nsc_program.serialization._periods import period_of_a_plan
from nsc_program.serialization._problems import listed
from nsc_program.serialization._scalars import Hook, is_object
from nsc_program.serialization._writing import PLAN, written
from nsc_program.values._periods import Period
from nsc_program.values._text import Text
from nsc_program.values._validators import shown


def read_program(value: object, others: tuple[type[Record], ...] = ()) -> Program:
    """Read a plan from the content of a document.

    Args:
        value: the content of the document, as JSON or TOML holds it.
        others: classes of records that an embedder defines, which rules may count.

    Raises:
        InvalidType: if it is not an object.
        DocumentError: if it is not a valid plan, with all problems, each with its path.
    """
    plan = dict(is_object(value, Program))
    lists = _Lists()
    problems = list(lists.fill(plan))
    plan["indicators"] = _with_own_indicators(plan, lists.units)
    # Only plans have words to read, and what reads them takes long to import.
    from nsc_program.serialization._worded import Worded  # noqa: PLC0415

    worded = Worded(plan["indicators"], lists.units_by_id())
    plan = worded.fill(plan)
    problems += worded.problems
    token = _LISTS.set(lists)
    try:
        program = _converter(others).structure(plan, Program)
    except (BaseValidationError, NscError) as error:
        problems += listed(error)
    else:
        problems += lists.unused(program)
        problems += _other_rules(program)
        if not problems:
            return program
    finally:
        _LISTS.reset(token)
    raise DocumentError(*problems)


@cache
def _converter(others: tuple[type[Record], ...]) -> Converter:
    """Return the converter of plans; it takes longer to make than a plan takes to read."""
    hooks: dict[type, Hook] = {
        Document: lambda value, _: _LISTS.get().documents.named(value),
        Unit: lambda value, _: _LISTS.get().units.named(value),
        Period: period_of_a_plan,
    }
    return strict_with(hooks, others)


def _with_own_indicators(plan: Mapping[str, Any], units: "_List") -> Any:
    """Add the library's own indicators that a plan names and does not define."""
    entries = plan.get("indicators", [])
    if type(entries) is not list:
        return entries
    own = list(_missing_indicators(_named_indicators(plan), entries))
    for indicator in own:
        units.add(len(units.things), indicator.unit)
    return [*entries, *(written(indicator, PLAN) for indicator in own)]


def _missing_indicators(named: Collection[str], entries: list[Any]) -> Iterator[Indicator]:
    """Yield the library's own indicators that are named and do not have an entry."""
    defined = _ids_of(entries)
    for indicator in INDICATORS:
        if indicator.id in named and indicator.id not in defined:
            yield indicator


def _ids_of(entries: list[Any]) -> list[Any]:
    """Return the ids of the entries of a list, which may be anything."""
    return [entry.get("id") for entry in entries if isinstance(entry, dict)]


def _named_indicators(plan: Mapping[str, Any]) -> set[str]:
    """Return the ids of the indicators that the targets and objectives of a document name."""
    parts = map(plan.get, ("phases", "past", "objectives"))
    named = {name for part in parts for name in _indicators_in(part)}
    return named.union(*map(_parts_of_share, items_of(plan.get("indicators"))))


def _parts_of_share(entry: Any) -> set[str]:
    """Return the ids of the indicators whose quotient an indicator is."""
    share = entry.get("share") if isinstance(entry, dict) else None
    names = share.values() if isinstance(share, dict) else ()
    return {name for name in names if isinstance(name, str)}


_OWN: Mapping[str, Indicator] = {indicator.id: indicator for indicator in INDICATORS}


def _other_rules(program: Program) -> Iterator[Problem]:
    """Yield a problem for each indicator of the library that a plan counts in another way.

    One id means one thing in every plan.
    """
    for index, indicator in enumerate(program.indicators):
        if _differs(indicator):
            yield Problem(("indicators", index, "counting"), "other-rule", _OTHER_RULE)


def _differs(indicator: Indicator) -> bool:
    """Return whether an indicator of the library is counted in another way."""
    return _OWN.get(indicator.id, indicator).counting != indicator.counting


_OTHER_RULE = Message(
    "chỉ tiêu có sẵn của thư viện được tính theo quy tắc khác; bỏ mục này để dùng đúng quy tắc có "
    "sẵn, hoặc đặt mã khác",
    "the library's own indicator is counted by another rule; leave the entry out to use that rule, "
    "or choose another id",
)


def _indicators_in(value: Any) -> Iterator[str]:
    """Yield the ids that stand under `indicator` anywhere in a part of a document."""
    for item in items_of(value):
        yield from _indicators_in(item)
    if isinstance(value, dict) and isinstance(value.get("indicator"), str):
        yield value["indicator"]


# Stands in for a text that could not be read, so that the rest of the document can be checked.
_NO_TEXT = Text(vi="", en="")


def _stand_in(kind: type[Document | Unit], name: str) -> Document | Unit:
    """Return a stand-in for a thing that could not be read."""
    return (
        Document(id=name, title=_NO_TEXT, place="-")
        if kind is Document
        else Unit(id=name, label=_NO_TEXT)
    )


@final
@define
class _List:
    """Things that a plan's document lists once, and names by their ids elsewhere.

    Attributes:
        key: the key of the list.
        what: the noun for a thing in messages.
        kind: the class of the things.
        things: the things and their positions in the list, by their ids.
        is_known: whether the ids of all things could be read.
    """

    key: str
    what: str
    kind: type[Document | Unit]
    things: dict[str, tuple[int, Document | Unit]] = field(factory=dict)
    is_known: bool = True

    def fill(self, value: Any) -> Iterator[Problem]:
        """Read the things, and yield the problems."""
        if type(value) is not list:
            self.is_known = False
            yield wrong_kind(A_LIST, value).within(self.key)
            return
        for index, item in enumerate(value):
            yield from self._read(index, item)

    def _read(self, index: int, item: Any) -> Iterator[Problem]:
        """Read one thing, and yield the problems."""
        try:
            thing: Document | Unit | None = strict().structure(item, self.kind)
        except (BaseValidationError, NscError) as error:
            yield from listed(error, self.key, index)
            thing = self._named_by(item)
        if thing is not None:
            yield from self._repeated(index, thing)
            self.add(index, thing)

    def _named_by(self, item: Any) -> Document | Unit | None:
        """Return a stand-in for a thing that could not be read; `None` without a valid id."""
        try:
            return _stand_in(self.kind, item["id"])
        except (LookupError, TypeError, NscError):
            self.is_known = False
            return None

    def _repeated(self, index: int, thing: Document | Unit) -> Iterator[Problem]:
        """Yield a problem if the id of a thing stands in the list already."""
        if thing.id in self.things:
            first, _ = self.things[thing.id]
            yield self._twice(index, thing.id, first)

    def _twice(self, index: int, wanted: str, first: int) -> Problem:
        """Return the problem of an id that stands at another place in the list too."""
        name, at = shown(wanted), place((self.key, first))
        vi = f"mã {name} cũng có ở {at}; cho mỗi mục một mã riêng"
        en = f"the id {name} stands at {at} too; give each its own id"
        return self._about(index, "repeated", vi, en)

    def add(self, index: int, thing: Document | Unit) -> None:
        """Add a thing; the first one with an id stays."""
        self.things.setdefault(thing.id, (index, thing))

    def named(self, value: Any) -> Document | Unit:
        """Return the thing that an id names.

        A document may also stand in the place of its id, as those do that past phases cite.
        """
        if type(value) is dict and self.kind is Document:
            return strict().structure(value, Document)
        return self._with_id(strict().structure(value, str))

    def _with_id(self, wanted: str) -> Document | Unit:
        """Return the thing with an id; a stand-in if it may be one whose id could not be read."""
        if wanted in self.things:
            return self.things[wanted][1]
        if not self.is_known:
            with suppress(NscError):
                return _stand_in(self.kind, wanted)
        raise UnknownId(self.what, wanted, tuple(self.things))

    def unused(self, used: Collection[str]) -> Iterator[Problem]:
        """Yield a problem for each thing that is never named: an id elsewhere may be misspelt."""
        for name, (index, _) in self.things.items():
            if name not in used:
                yield self._unused(index, shown(name))

    def _unused(self, index: int, name: str) -> Problem:
        """Return the problem of a thing that is never named."""
        vi = f"không có gì dùng đến {NOUNS[self.what]} {name}; bỏ mục này, hoặc sửa chỗ viết sai mã"
        en = (
            f"nothing names the {self.what} {name}; "
            "leave it out, or correct the id that should name it"
        )
        return self._about(index, "unused", vi, en)

    def _about(self, index: int, code: str, vi: str, en: str) -> Problem:
        return Problem((self.key, index), code, Message(vi, en))


@final
@define
class _Lists:
    """The lists of a plan's document."""

    documents: _List = field(factory=lambda: _List("documents", "document", Document))
    units: _List = field(factory=lambda: _List("units", "unit", Unit))

    def fill(self, plan: dict[str, Any]) -> Iterator[Problem]:
        """Take the lists out of a document, read them, and yield the problems."""
        for things in (self.documents, self.units):
            yield from things.fill(plan.pop(things.key, []))

    def units_by_id(self) -> dict[str, Unit]:
        """Return the units by their ids."""
        things = (thing for _, thing in self.units.things.values())
        return {thing.id: thing for thing in things if isinstance(thing, Unit)}

    def unused(self, program: Program) -> Iterator[Problem]:
        """Yield a problem for each thing that a plan does not use."""
        yield from self.documents.unused({document.id for document in program.documents})
        yield from self.units.unused({indicator.unit.id for indicator in program.indicators})


_LISTS: ContextVar[_Lists] = ContextVar("_LISTS")
"""The lists of the plan that is being read."""
