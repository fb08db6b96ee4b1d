"""A plan's document: what it cites and its units stand in lists, each once, and are named by their ids elsewhere.

People write plans, so what the library knows needs not be said: its own indicators have no entry, and a target whose
words carry its number needs no bound.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from contextlib import suppress
from typing import Any, final

from attrs import define, field
from cattrs.errors import BaseValidationError

from nsc_program._validators import shown
from nsc_program.canonical import PLAN, written
from nsc_program.errors import DocumentError, NscError, UnknownId
from nsc_program.indicators import INDICATORS
from nsc_program.program import Program
from nsc_program.serialization._converter import is_object, listed, strict, strict_with
from nsc_program.serialization._parsing import json_name
from nsc_program.serialization._worded import Worded
from nsc_program.sources import Document, Text
from nsc_program.targets import Unit


def read_program(value: object) -> Program:
    """Read a plan in which documents and units stand in lists, each once, and are named by their ids elsewhere."""
    given = dict(is_object(value, Program))
    lists = [_List("documents", "document", Document), _List("units", "unit", Unit)]
    problems = [problem for each in lists for problem in each.fill(given.pop(each.key, []))]
    given["indicators"] = _with_own_indicators(given, lists[1])
    worded = Worded(
        given["indicators"], {name: unit for name, (_, unit) in lists[1].things.items() if isinstance(unit, Unit)}
    )
    given = worded.fill(given)
    problems += [(each.place, each.message.en) for each in worded.problems]
    try:
        program = strict_with({each.kind: each.named for each in lists}).structure(given, Program)
    except (BaseValidationError, NscError) as error:
        raise DocumentError(*problems, *(_placed(*problem, given) for problem in listed(error))) from None
    named = {document.id for document in program.documents}, {indicator.unit.id for indicator in program.indicators}
    problems += [problem for each, ids in zip(lists, named, strict=True) for problem in each.unused(ids)]
    if problems:
        raise DocumentError(*problems)
    return program


_ABOUT_ONE = re.compile(r"(target|question|objective|past phase) '([^']+)': (.+)")


def _placed(path: str, message: str, given: Mapping[str, Any]) -> tuple[str, str]:
    """A problem of a whole plan at the place of what it is about."""
    about = None if path else _ABOUT_ONE.fullmatch(message)
    if about is None:
        return path, message
    what, name, rest = about.groups()
    places = (place for kind, place, each in _parts(given) if (kind, each["id"]) == (what, name))
    place = next(places, "")
    return (place, rest) if place else (path, message)


def _parts(given: Mapping[str, Any]) -> Iterator[tuple[str, str, Mapping[str, Any]]]:
    """What a plan's problems are about, with what they call it and its path."""
    for key, what in (("phases", "phase"), ("past", "past phase")):
        for at, phase in enumerate(given.get(key, ())):
            yield what, f"{key}[{at}]", phase
            for index, target in enumerate(phase.get("targets", ())):
                yield "target", f"{key}[{at}].targets[{index}]", target
    for key, what in (("questions", "question"), ("objectives", "objective")):
        for at, each in enumerate(given.get(key, ())):
            yield what, f"{key}[{at}]", each


def _with_own_indicators(given: Mapping[str, Any], units: "_List") -> Any:
    """The indicators of a plan, and those of the library's own that it names and does not define."""
    listed_ones = given.get("indicators", [])
    if type(listed_ones) is not list:
        return listed_ones
    defined = [each.get("id") for each in listed_ones if isinstance(each, dict)]
    named = {name for key in ("phases", "past", "objectives") for name in _indicators_in(given.get(key))}
    own = [each for each in INDICATORS if each.id in named and each.id not in defined]
    for indicator in own:
        units.things.setdefault(indicator.unit.id, (len(units.things), indicator.unit))
    return [*listed_ones, *(written(each, PLAN) for each in own)]


def _indicators_in(value: Any) -> Iterator[str]:
    """The ids that stand under `indicator` anywhere in a part of a document."""
    for each in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _indicators_in(each)
    if isinstance(value, dict) and isinstance(value.get("indicator"), str):
        yield value["indicator"]


# What stands in for a thing that could not be read, so that the rest of the document can be looked through.
_UNREAD = Text(vi="", en="")


def _stand_in(kind: type[Document | Unit], name: str) -> Document | Unit:
    return Document(id=name, title=_UNREAD, place="-") if kind is Document else Unit(id=name, label=_UNREAD)


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

    def fill(self, value: Any) -> Iterator[tuple[str, str]]:
        """Read the things, and give the problems."""
        if type(value) is not list:
            self.is_known = False
            yield self.key, f"expected a list, got {json_name(value)}"
            return
        for index, item in enumerate(value):
            path = f"{self.key}[{index}]"
            try:
                thing = strict().structure(item, self.kind)
            except (BaseValidationError, NscError) as error:
                yield from ((f"{path}.{inner}" if inner else path, message) for inner, message in listed(error))
                try:
                    thing = _stand_in(self.kind, item["id"])
                except (LookupError, TypeError, NscError):
                    self.is_known = False
                    continue
            if thing.id in self.things:
                yield path, f"the id {shown(thing.id)} stands at {self.key}[{self.things[thing.id][0]}] too"
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

    def unused(self, used: Collection[str]) -> Iterator[tuple[str, str]]:
        """Refuse what nothing names: it would be lost, and something else may be misspelt."""
        for name, (index, _) in self.things.items():
            if name not in used:
                yield f"{self.key}[{index}]", f"nothing names the {self.what} {shown(name)}"
