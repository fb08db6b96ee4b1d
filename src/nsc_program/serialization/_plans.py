"""Plans read from documents.

The cited documents and the units of a plan stand once, in lists, and their ids name them elsewhere.
People write plans, so they may leave out what the library knows: indicators of the library do not
need an entry, and a target whose words hold its number does not need a bound.
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
from nsc_program.plan._targets import Indicator, Unit
from nsc_program.records._records import Record
from nsc_program.serialization._converter import is_object, listed, strict, strict_with
from nsc_program.serialization._parsing import A_LIST, items_of, wrong_kind
from nsc_program.serialization._worded import Worded
from nsc_program.serialization._writing import PLAN, written
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
    documents, units = _List("documents", "document", Document), _List("units", "unit", Unit)
    lists = (documents, units)
    problems = [problem for things in lists for problem in things.fill(plan.pop(things.key, []))]
    plan["indicators"] = _with_own_indicators(plan, units)
    by_id = {name: unit for name, (_, unit) in units.things.items() if isinstance(unit, Unit)}
    worded = Worded(plan["indicators"], by_id)
    plan = worded.fill(plan)
    problems += worded.problems
    try:
        hooks = {things.kind: things.named for things in lists}
        program = strict_with(hooks, others).structure(plan, Program)
    except (BaseValidationError, NscError) as error:
        problems += listed(error)
    else:
        problems += documents.unused({document.id for document in program.documents})
        problems += units.unused({indicator.unit.id for indicator in program.indicators})
        problems += _other_rules(program)
        if not problems:
            return program
    raise DocumentError(*problems)


def _with_own_indicators(plan: Mapping[str, Any], units: "_List") -> Any:
    """Add the library's own indicators that a plan names and does not define."""
    entries = plan.get("indicators", [])
    if type(entries) is not list:
        return entries
    defined = [entry.get("id") for entry in entries if isinstance(entry, dict)]
    parts = [plan.get(key) for key in ("phases", "past", "objectives")]
    named = {name for part in parts for name in _indicators_in(part)}
    own = [
        indicator
        for indicator in INDICATORS
        if indicator.id in named and indicator.id not in defined
    ]
    for indicator in own:
        units.things.setdefault(indicator.unit.id, (len(units.things), indicator.unit))
    return [*entries, *(written(indicator, PLAN) for indicator in own)]


_OWN: Mapping[str, Indicator] = {indicator.id: indicator for indicator in INDICATORS}


def _other_rules(program: Program) -> Iterator[Problem]:
    """Yield a problem for each indicator of the library that a plan counts in another way.

    One id means one thing in every plan.
    """
    for index, indicator in enumerate(program.indicators):
        own = _OWN.get(indicator.id, indicator)
        if own.counting != indicator.counting:
            yield Problem(("indicators", index, "counting"), "other-rule", _OTHER_RULE)


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
                name, first = shown(thing.id), place((self.key, self.things[thing.id][0]))
                vi = f"mã {name} cũng có ở {first}; cho mỗi mục một mã riêng"
                en = f"the id {name} stands at {first} too; give each its own id"
                yield self._about(index, "repeated", vi, en)
            self.things.setdefault(thing.id, (index, thing))

    def named(self, value: Any, _: Any) -> Document | Unit:
        """Return the thing that an id names.

        A document may also stand in the place of its id, as those do that past phases cite.
        """
        if type(value) is dict and self.kind is Document:
            return strict().structure(value, Document)
        wanted = strict().structure(value, str)
        if wanted in self.things:
            return self.things[wanted][1]
        if not self.is_known:
            with suppress(NscError):
                return _stand_in(self.kind, wanted)  # it may be a thing whose id could not be read
        raise UnknownId(self.what, wanted, tuple(self.things))

    def unused(self, used: Collection[str]) -> Iterator[Problem]:
        """Yield a problem for each thing that is never named: an id elsewhere may be misspelt."""
        for name, (index, _) in self.things.items():
            if name not in used:
                vi = (
                    f"không có gì dùng đến {NOUNS[self.what]} {shown(name)}; "
                    "bỏ mục này, hoặc sửa chỗ viết sai mã"
                )
                en = (
                    f"nothing names the {self.what} {shown(name)}; "
                    "leave it out, or correct the id that should name it"
                )
                yield self._about(index, "unused", vi, en)

    def _about(self, index: int, code: str, vi: str, en: str) -> Problem:
        return Problem((self.key, index), code, Message(vi, en))
