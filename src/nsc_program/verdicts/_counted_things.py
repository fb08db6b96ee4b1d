"""The things that a figure counts, each with the records that it is counted from."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from operator import attrgetter
from typing import TypeAlias, final

from attrs import field, frozen
from attrs.validators import optional

from nsc_program.figures._sizes import Crowd, sized
from nsc_program.plan._counting import Counted as CountedRecord
from nsc_program.values._keys import head_of
from nsc_program.values._ranges import Range
from nsc_program.values._validators import is_a, is_bool, is_date, is_text, tuple_of, whole_from
from nsc_program.values._value import Value


@final
@frozen
class Mention(Value):
    """A record that something is counted from.

    Attributes:
        kind: the class of the record.
        id: the id of the record; `None` for a plain fact, which does not have one.
        on: the day on which it happened.
    """

    kind: str = field(validator=is_text)
    id: str | None = field(validator=optional(is_text))
    on: date = field(validator=is_date)


@final
@frozen
class Counted(Value):
    """A thing that is counted once, with every record that it is counted from.

    Attributes:
        key: the key of the thing; for the people of a headcount, the id of the record.
        verified: whether it is verified.
        mentions: the records that it is counted from.
        things: how many things it stands for: 1, or the number of people of a headcount.
    """

    key: str = field(validator=is_text)
    verified: bool = field(validator=is_bool)
    mentions: tuple[Mention, ...] = field(validator=tuple_of(is_a(Mention)))
    things: int = field(default=1, validator=whole_from(1))


_CrowdName: TypeAlias = tuple[str, str, int]
"""The id and the class of the record of a crowd, and its place among all crowds."""


@final
class Things:
    """The things that count: keys with their mentions, and crowds by their records."""

    def __init__(self) -> None:
        self._mentions: defaultdict[str, list[tuple[Mention, bool]]] = defaultdict(list)
        self._crowds: dict[_CrowdName, tuple[Crowd, Mention]] = {}

    def add(self, event: CountedRecord, mention: Mention) -> None:
        """Add an event that counts."""
        if event.unnamed:
            crowd = Crowd(event.unnamed, event.verified)
            self._crowds[event.key, mention.kind, len(self._crowds)] = crowd, mention
        else:
            self._mentions[event.key].append((mention, event.verified))

    def _is_verified(self, key: str) -> bool:
        return any(is_verified for _, is_verified in self._mentions[key])

    def _crowd(self, name: _CrowdName) -> Crowd:
        crowd, _ = self._crowds[name]
        return crowd

    def _crowds_by_record(self) -> Mapping[str, Sequence[_CrowdName]]:
        by_record: defaultdict[str, list[_CrowdName]] = defaultdict(list)
        for name in self._crowds:
            record, *_ = name
            by_record[record].append(name)
        return by_record

    def _apart(self) -> Mapping[str, _CrowdName]:
        """Return the record of the crowd that each key names a thing of.

        A plain fact may name a person of a headcount: its key is the id of the record and a number.
        """
        by_record = self._crowds_by_record()
        apart: dict[str, _CrowdName] = {}
        for key in self._mentions if by_record else ():
            record, number = head_of(key) or ("", 0)
            for name in by_record.get(record, ()):
                if number <= self._crowd(name).size:
                    apart[key] = name
        return apart

    def size(self, *, adds_up: bool) -> Range:
        """Return how many different things there are, at least and at most.

        Args:
            adds_up: whether the things of different records are different.
        """
        sure = [key for key in self._mentions if self._is_verified(key)]
        others = len(self._mentions) - len(sure)
        crowds = [crowd for crowd, _ in self._crowds.values()]
        size = sized(len(sure), others, crowds, list(self._both_verified()), adds_up=adds_up)
        return Range(size.verified, size.most)

    def _both_verified(self) -> Iterator[bool]:
        """Yield, for each key that names a thing of a crowd, whether key and crowd are verified."""
        for key, name in self._apart().items():
            yield self._crowd(name).verified and self._is_verified(key)

    def counted(self) -> tuple[Counted, ...]:
        """Return each thing once, in the order of the keys.

        A person of a crowd who is named by a plain fact is listed apart from the rest of the crowd.
        """
        apart = self._apart()
        listed = (*self._counted_keys(apart), *self._counted_crowds(apart))
        return tuple(sorted(listed, key=attrgetter("key")))

    def _counted_keys(self, apart: Mapping[str, _CrowdName]) -> Iterator[Counted]:
        for key, mentions in self._mentions.items():
            of_crowd = key in apart and self._crowd(apart[key]).verified
            verified = of_crowd or self._is_verified(key)
            yield Counted(key, verified, tuple(mention for mention, _ in mentions))

    def _counted_crowds(self, apart: Mapping[str, _CrowdName]) -> Iterator[Counted]:
        """Yield the crowds, without the things that are listed apart."""
        listed = Counter(apart.values())
        for name, (crowd, mention) in self._crowds.items():
            rest = crowd.size - listed[name]
            if rest:
                record, *_ = name
                yield Counted(record, crowd.verified, (mention,), rest)
