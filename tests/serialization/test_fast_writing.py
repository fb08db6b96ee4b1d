"""A document that msgspec writes has the text that the exact writer gives it."""

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from test_fast_reading import without_msgspec

from building import supports
from drawing import registers
from nsc_program import Funding, Register, Solution
from nsc_program.serialization import SCHEMAS, to_json
from nsc_program.serialization._fast_rows import PLAIN_KINDS
from nsc_program.serialization._fast_writing import rows_of


def exact(value: object) -> str:
    with without_msgspec():
        return to_json(value)


class TestBothAgree:
    """The extra changes only how long writing takes."""

    @given(registers())
    def test_registers_are_written_alike(self, register: Register) -> None:
        assert exact(register) == to_json(register)

    @pytest.mark.parametrize("kind", SCHEMAS)
    def test_documents_of_every_kind_are_written_alike(self, kind: type) -> None:
        @given(st.from_type(kind))
        def check(value: object) -> None:
            assert exact(value) == to_json(value)

        check()

    @given(st.text(st.characters(exclude_categories=["Cs"])))
    def test_any_text_is_written_alike(self, text: str) -> None:
        register = Register([evolve(supports(1)[0], document=text)])

        assert exact(register) == to_json(register)

    def test_each_character_that_json_escapes_is_written_alike(self) -> None:
        text = "".join(map(chr, range(0x300))) + "\u2028\u2029\ufeff"
        register = Register([evolve(supports(1)[0], document=text)])

        assert exact(register) == to_json(register)

    def test_the_objects_within_a_record_are_written_alike(self) -> None:
        money = (Funding("x", 0), Funding("y", 10**18))
        support = evolve(supports(1)[0], funding=money, solutions=tuple(Solution))

        assert exact(Register([support])) == to_json(Register([support]))

    @pytest.mark.parametrize("kind", PLAIN_KINDS)
    def test_records_of_plain_classes_become_structs(self, kind: type) -> None:
        assert rows_of(kind, ()) == []
