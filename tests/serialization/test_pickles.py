"""Pickles pass values between processes of one version: a value is restored whole, or refused."""

import importlib
import os
import pickle
import runpy
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from copy import copy, deepcopy
from datetime import date
from pathlib import Path
from typing import Any

import attrs
import pytest
from attrs import AttrsInstance

from each import for_each
from examples_of_values import EVALUATION, EXAMPLES, FIGURES, SWEEP
from nsc_program import HANOI, InvalidValue, Period, Range, Register, Support, tally
from nsc_program.figures import InRejectedRows
from nsc_program.intake import Intake, find_columns, read
from nsc_program.report import table
from nsc_program.testing.conformance import cases
from nsc_program.values._value import Value, made_anew
from nsc_program.wording import parse

ROOT = Path(__file__).parents[2]
PICKLES = sorted((ROOT / "tests" / "pickles").rglob("*.pickle"))
SCRIPT = runpy.run_path(str(ROOT / "tools" / "write_pickles.py"))
READ_GOLDEN: Callable[[str], object] = SCRIPT["read_golden"]

_KEEP_JSON = "pickled by another version of nsc_program"
_MODULES = (
    "testing.conformance",
    "intake",
    "intake.files",
    "report",
    "serialization",
    "wording",
    "catalog",
)


def _public_classes() -> Iterator[type]:
    yield from EXAMPLES
    for module in (importlib.import_module(f"nsc_program.{name}") for name in _MODULES):
        held = (getattr(module, name) for name in getattr(module, "__all__", dir(module)))
        yield from (each for each in held if isinstance(each, type) and attrs.has(each))


KINDS = sorted(set(_public_classes()), key=lambda kind: f"{kind.__module__}.{kind.__name__}")
of_each_type = for_each("kind", EXAMPLES, ids=[kind.__name__ for kind in EXAMPLES])


def _intake() -> Intake:
    rows = [
        ["Mã hồ sơ", "Mã số doanh nghiệp", "Ngày bắt đầu"],
        ["s1", "SAMPLE-1", date(2024, 3, 1)],
        ["s2", "", "soon"],
    ]
    return read(Support, enumerate(rows, start=1))


BESIDE = (
    _intake(),
    find_columns(Support, ["Mã hồ sơ"]),
    parse("ít nhất 15 câu lạc bộ"),
    table(EVALUATION, "vi"),
    cases()[0],
)


@attrs.frozen
class _OfAnotherVersion:
    """The content of a pickle of a value whose class has other fields by now."""

    kind: type[AttrsInstance]
    held: Mapping[str, object]

    def __reduce__(self) -> tuple[Callable[..., object], tuple[type, Mapping[str, object]]]:
        return made_anew, (self.kind, self.held)


def _held(value: AttrsInstance) -> dict[str, object]:
    return attrs.asdict(value, recurse=False)


def _loaded(kind: type[AttrsInstance], held: Mapping[str, object]) -> object:
    return pickle.loads(pickle.dumps(_OfAnotherVersion(kind, held)))  # noqa: S301 - written one call earlier


class TestWhole:
    """A value is restored from a pickle as it was, without values that were derived from it."""

    @for_each("kind", KINDS)
    def test_values_of_every_public_type_are_restored(self, kind: type) -> None:
        assert issubclass(kind, Value)

    @for_each("value", BESIDE, ids=lambda value: type(value).__name__)
    @for_each("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
    def test_values_of_the_other_modules_are_restored(self, value: object, protocol: int) -> None:
        assert value == pickle.loads(pickle.dumps(value, protocol))  # noqa: S301 - written one call earlier

    @for_each("value", BESIDE, ids=lambda value: type(value).__name__)
    @for_each("duplicate", [copy, deepcopy])
    def test_copies_are_equal(self, value: object, duplicate: Callable[[object], object]) -> None:
        assert value == duplicate(value)

    @pytest.mark.parametrize(
        "value", [HANOI, FIGURES, EVALUATION, SWEEP], ids=lambda value: type(value).__name__
    )
    def test_cached_values_are_not_pickled(self, value: AttrsInstance) -> None:
        """Cached properties are not pickled, nor is the hash, which differs between processes."""
        fresh = pickle.dumps(deepcopy(value))
        used = deepcopy(value)
        hash(used)
        for name in dir(used):
            getattr(used, name)

        assert fresh == pickle.dumps(used)

    def test_a_register_with_all_its_caches_is_as_small_as_a_fresh_one(self) -> None:
        records = [
            Support(id=f"s{n}", enterprise=f"SAMPLE-{n}", started_on=date(2024, 3, 1))
            for n in range(9)
        ]
        used = Register(records)
        tally(HANOI, used, as_of=date(2026, 6, 30))

        assert pickle.dumps(Register(records)) == pickle.dumps(used)

    def test_another_process_finds_a_value_in_its_own_sets(self) -> None:
        """Text hashes differently there, so a pickled hash would look in the wrong place."""
        hash(FIGURES)
        code = (
            "import pickle, sys; one, other = pickle.load(sys.stdin.buffer); "
            "print(one in {other}, one in {HANOI})"
        )
        done = subprocess.run(  # noqa: S603 - our own code
            [sys.executable, "-c", f"from nsc_program import HANOI; {code}"],
            input=pickle.dumps((deepcopy(HANOI), HANOI), protocol=0),
            capture_output=True,
            check=True,
            env=os.environ | {"PYTHONHASHSEED": "4711"},
        )
        assert b"True True" == done.stdout.strip()


class TestRefusals:
    """A pickle is refused if its fields are not those of its class, or the class refuses them."""

    @of_each_type
    def test_a_missing_field_is_refused(self, kind: type[AttrsInstance]) -> None:
        """Attrs itself would leave it unset, so that the first use of the value would fail."""
        held = _held(EXAMPLES[kind][0])
        for name in held:
            with pytest.raises(
                InvalidValue, match=f"{kind.__name__}: {_KEEP_JSON}.* differs in '{name}';"
            ):
                _loaded(kind, {key: item for key, item in held.items() if key != name})

    @of_each_type
    def test_an_extra_field_is_refused(self, kind: type[AttrsInstance]) -> None:
        """Attrs itself would drop its content."""
        with pytest.raises(
            InvalidValue, match=f"{kind.__name__}: {_KEEP_JSON}.* differs in 'withdrawn_by';"
        ):
            _loaded(kind, {**_held(EXAMPLES[kind][0]), "withdrawn_by": None})

    def test_a_field_with_a_default_is_not_filled_in(self) -> None:
        """A version without the field does not say “not withdrawn”; it says nothing about it."""
        held = {
            "indicator": "supported",
            "period": Period.of_years(2021, 2025),
            "rows": 1,
            "count": 3,
        }
        with pytest.raises(
            InvalidValue, match=r"differs in 'withdrawn'; .* keep JSON documents instead"
        ):
            _loaded(InRejectedRows, held)

    def test_all_differing_fields_are_named(self) -> None:
        differing = "'count', 'indicator', 'period', 'rows', 'times', 'withdrawn'"
        with pytest.raises(InvalidValue, match=f"differs in {differing};"):
            _loaded(InRejectedRows, {"times": 3})

    @pytest.mark.parametrize(("low", "high"), [(2, 1), ("1", 2), (1.0, 2)])
    def test_a_value_that_its_class_refuses_is_refused(self, low: Any, high: Any) -> None:  # noqa: ANN401  # wrong ones too
        held = {"low": low, "high": high, "low_open": False, "high_open": False}
        with pytest.raises((InvalidValue, TypeError)) as refused:
            Range(**held)
        with pytest.raises(type(refused.value)):
            _loaded(Range, held)

    def test_a_whole_register_is_refused_for_one_record(self) -> None:
        one = _OfAnotherVersion(Support, {"id": "s1", "enterprise": "SAMPLE-1"})
        with pytest.raises(InvalidValue, match=f"Support: {_KEEP_JSON}"):
            _loaded(Register, {"records": (one,), "completeness": (), "rejected": ()})


class TestEarlierVersions:
    """Pickles of earlier versions are read as they were, or refused in the recorded words."""

    @pytest.mark.parametrize("path", PICKLES, ids=lambda path: f"{path.parent.name}/{path.stem}")
    def test_an_earlier_pickle_is_read_as_it_was_or_refused(self, path: Path) -> None:
        assert _outcome(path.read_bytes()) in (READ_GOLDEN(path.stem.replace(".", "/")), _KEEP_JSON)

    def test_a_pickle_of_each_kind_is_kept(self) -> None:
        kept = {f"{name.replace('/', '.')}.pickle" for name in SCRIPT["KEPT"]}
        assert {path.name for path in PICKLES if path.parent.name == "0.1.0"} == kept

    def test_a_refused_pickle_says_why(self) -> None:
        assert _KEEP_JSON == _outcome(pickle.dumps(_OfAnotherVersion(Range, {"low": 1, "high": 2})))

    def test_a_pickle_is_never_rewritten(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setitem(SCRIPT["main"].__globals__, "PICKLES", tmp_path)
        SCRIPT["main"]()
        written = sorted(tmp_path.rglob("*.pickle"))
        assert len(SCRIPT["KEPT"]) == len(written)

        written[0].write_bytes(b"kept")
        SCRIPT["main"]()
        assert b"kept" == written[0].read_bytes()


def _outcome(pickled: bytes) -> object:
    """Return the value, or the words of its refusal."""
    try:
        return pickle.loads(pickled)  # noqa: S301 - ours
    except InvalidValue as refused:
        return _KEEP_JSON if _KEEP_JSON in str(refused) else refused
