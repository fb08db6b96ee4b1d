"""Values of this library in Pydantic models, and in the requests and responses of FastAPI.

It needs `pip install 'nsc_program[pydantic]'`, and nothing else imports it.
"""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any, cast, final

from attrs import frozen
from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler, ValidationError
from pydantic_core import CoreSchema, InitErrorDetails, PydanticCustomError, core_schema

from nsc_program.errors import DocumentError, Problem
from nsc_program.plan._readings import Reading
from nsc_program.records._base import Record
from nsc_program.serialization._mappings import check_kind, from_mapping, to_mapping
from nsc_program.serialization._schemas import schema

__all__ = ["AsDocument"]

Json = dict[str, Any]


@final
@frozen(kw_only=True, eq=False)  # FastAPI hashes annotations, and a mapping has no hash
class AsDocument:
    """An annotation with which Pydantic reads and writes a class as documents have it.

    A problem of a value becomes an error of Pydantic with the path and the code of the problem, and
    with its sentences in English and in Vietnamese. An error never repeats what was sent. An
    instance of the class is taken as it is. The JSON Schema is that of `schema`, whose definitions
    stand among those of the model, or among the components of an OpenAPI document.

    Attributes:
        records: an embedder's own classes of records, by their keys in documents.

    >>> from typing import Annotated
    >>> from pydantic import TypeAdapter
    >>> from nsc_program import Support
    >>> adapter = TypeAdapter(Annotated[Support, AsDocument()])
    >>> row = {"id": "s1", "enterprise": "SAMPLE-1", "started_on": "2024-02-30"}
    >>> try:
    ...     adapter.validate_python(row)
    ... except ValidationError as refused:
    ...     (error,) = refused.errors()
    >>> error["type"], error["loc"], error["msg"], error["ctx"]["vi"]
    ('no-such-day', ('started_on',), 'there is no day 2024-02-30', 'không có ngày 2024-02-30')
    """

    records: Mapping[str, type[Record]] | None = None

    def __get_pydantic_core_schema__(self, kind: Any, _: GetCoreSchemaHandler) -> CoreSchema:
        """Return how Pydantic reads and writes a class.

        Args:
            kind: the class: one that `from_mapping` reads.

        Raises:
            InvalidType: if `kind` is another class.
        """
        check_kind(kind)
        write = partial(to_mapping, records=self.records)
        return core_schema.no_info_plain_validator_function(
            partial(self._read, kind),
            serialization=core_schema.plain_serializer_function_ser_schema(write),
            metadata={_KIND: kind},
        )

    def __get_pydantic_json_schema__(self, core: CoreSchema, handler: GetJsonSchemaHandler) -> Json:
        """Return a reference to the schema of the class, which is defined with its parts.

        Args:
            core: how Pydantic reads and writes the class.
            handler: what keeps the definitions.
        """
        kind = core["metadata"][_KIND]
        whole = schema(kind, records=self.records, refs="")
        definitions = {**whole.pop("$defs"), _name(kind): whole}
        references = self._references([*definitions], handler)
        for name, part in definitions.items():
            handler.resolve_ref_schema(references[name]).update(_with(references, part))
        return references[_name(kind)]

    def _references(self, names: Sequence[str], handler: GetJsonSchemaHandler) -> dict[str, Json]:
        """Return references to definitions, each of which accepts everything until it is defined.

        With other records a name may stand for another definition. Pydantic tells them apart by
        what stands before the name, and leaves that out where the definitions are equal.
        """
        place = ".".join((_KIND, *sorted(self.records or ())))
        anything: list[CoreSchema] = [
            core_schema.any_schema(ref=f"{place}.{name}") for name in names
        ]
        references: list[Json] = handler(core_schema.tuple_schema(anything))["prefixItems"]
        return dict(zip(names, references, strict=True))

    def _read(self, kind: type[Any], value: Any) -> Any:
        """Return a value as it is, or read it from a document."""
        if isinstance(value, kind):
            return value
        try:
            return from_mapping(value, kind, records=self.records)
        except DocumentError as error:
            problems = error.problems
        # Raised outside of `except`, so that nothing that was sent is kept as its context.
        raise ValidationError.from_exception_data(kind.__name__, [*map(_detail, problems)])


_KIND = "nsc_program"
"""The key under which the schema of Pydantic names the class."""


def _name(kind: type[Any]) -> str:
    """Return the name of the schema of a class; a document that is a part too has a longer one."""
    return f"{kind.__name__}Document" if kind is Reading else kind.__name__


def _detail(problem: Problem) -> InitErrorDetails:
    """Return a problem as a detail of an error of Pydantic, without what was sent."""
    sentences = problem.message._asdict()
    # Its sentence is a template, in which a brace of a message would have a meaning.
    error = PydanticCustomError(cast(Any, problem.code), "{en}", sentences)
    return InitErrorDetails(type=error, loc=problem.path, input=None)


def _with(references: Mapping[str, Json], part: Any) -> Any:
    """Return a part of a schema with the references of Pydantic."""
    if isinstance(part, list):
        return [_with(references, item) for item in part]
    if not isinstance(part, dict):
        return part
    reference = references[part["$ref"]] if "$ref" in part else {}
    return {key: _with(references, item) for key, item in part.items()} | reference
