"""The tables of the service. No row that they accept can make every evaluation fail."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import (
    ARRAY,
    DDL,
    BigInteger,
    CheckConstraint,
    ForeignKeyConstraint,
    Text,
    UniqueConstraint,
    event,
    func,
)
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from nsc_program import EnterpriseKind, Level, Solution

KEY = "[A-Za-z][!-~]{0,199}"  # plain characters, at least one letter
TAX_CODE = "[0-9]{10}(-?(00[1-9]|0[1-9][0-9]|[1-9][0-9]{2}))?"  # or the code of a branch
PSEUDONYM = "p-[0-9a-f]{32}"  # of a household, whose code may be a person's
ENTERPRISE = f"({TAX_CODE}|{PSEUDONYM}|[ABD-Z][A-Z]{{1,9}}-[0-9]{{1,8}})"  # C: a passport, or CCCD
LEAST, MOST = 100_000, 10**13  # đồng: smaller and larger amounts were meant in another unit


def like(column: str, pattern: str) -> CheckConstraint:
    """Accept texts that a pattern matches as a whole; "C" makes a range of letters mean ASCII."""
    return CheckConstraint(f"{column} COLLATE \"C\" ~ '^{pattern}$'", name=f"{column}_is_plain")


def listed(values: Iterable[str]) -> str:
    """Return a closed list of texts as SQL."""
    return ", ".join(f"'{value}'" for value in values)


def one_of(column: str, values: Iterable[str]) -> CheckConstraint:
    """Accept the members of a closed list."""
    return CheckConstraint(f"{column} IN ({listed(values)})", name=f"{column}_is_known")


def a_day(column: str) -> CheckConstraint:
    """Accept the days that Python knows: PostgreSQL also has 'infinity' and days BC."""
    return CheckConstraint(f"{column} BETWEEN '0001-01-01' AND '9999-12-31'", name=f"{column}_day")


def money(column: str) -> CheckConstraint:
    """Accept 0, and the amounts that `load` takes for đồng."""
    fits = f"{column} = 0 OR {column} BETWEEN {LEAST} AND {MOST}"
    return CheckConstraint(fits, name=f"{column}_fits")


def some_of(column: str, values: Sequence[str]) -> CheckConstraint:
    """Accept a plain list of members of a closed list, each given once."""
    known = f"{column} <@ ARRAY[{listed(values)}] AND array_ndims({column}) = 1"
    members = " + ".join(f"('{value}' = ANY ({column}))::int" for value in values)
    once = f"cardinality({column}) = {members}"
    return CheckConstraint(f"{known} AND {once}", name=f"{column}_are_known")


class Base(DeclarativeBase):
    """All tables of the service."""


class Given(Base):
    """An id that was given to the support of one enterprise, and is never given to another."""

    __tablename__ = "supports"
    __table_args__ = (
        like("id", KEY),
        like("enterprise", ENTERPRISE),
        UniqueConstraint("id", "enterprise"),
    )

    id: Mapped[str] = mapped_column(Text, primary_key=True)
    enterprise: Mapped[str] = mapped_column(Text)


class Version(Base):
    """A version of a support; that of the last day of entry counts, and no version is changed."""

    __tablename__ = "support_versions"
    __table_args__ = (
        ForeignKeyConstraint(
            ["id", "enterprise"],
            ["supports.id", "supports.enterprise"],
            name="one_id_one_enterprise",
            onupdate="CASCADE",  # to correct a mistyped enterprise in all versions
        ),
        one_of("kind", EnterpriseKind),
        one_of("level", Level),
        like("locality", KEY),
        a_day("recorded_on"),
        a_day("started_on"),
        a_day("completed_on"),
        CheckConstraint("completed_on >= started_on", name="ends_after_it_starts"),
        some_of("solutions", [*Solution]),
        money("vnd_of_the_state"),
        money("vnd_of_others"),
        CheckConstraint("spending_year BETWEEN 1900 AND 2100", name="spending_year_is_a_year"),
    )

    id: Mapped[str] = mapped_column(Text, primary_key=True)
    recorded_on: Mapped[date] = mapped_column(primary_key=True)  # one version a day
    annulled: Mapped[bool]
    verified: Mapped[bool]
    document: Mapped[str | None] = mapped_column(Text)
    enterprise: Mapped[str] = mapped_column(Text)
    kind: Mapped[str] = mapped_column(Text)
    started_on: Mapped[date]
    completed_on: Mapped[date | None]
    level: Mapped[str] = mapped_column(Text)
    locality: Mapped[str | None] = mapped_column(Text)
    solutions: Mapped[list[str] | None] = mapped_column(ARRAY(Text))
    vnd_of_the_state: Mapped[int | None] = mapped_column(BigInteger)
    vnd_of_others: Mapped[int | None] = mapped_column(BigInteger)
    spending_year: Mapped[int | None]
    source: Mapped[str | None] = mapped_column(Text)  # of the list that it came with


class Claim(Base):
    """A claim that the supports are complete for a period, which closes figures."""

    __tablename__ = "claims"
    __table_args__ = (
        a_day("first_day"),
        a_day("last_day"),
        a_day("recorded_on"),
        CheckConstraint("last_day >= first_day", name="claim_ends_after_it_starts"),
    )

    number: Mapped[int] = mapped_column(primary_key=True)
    first_day: Mapped[date | None]  # null: from the beginning
    last_day: Mapped[date]
    recorded_on: Mapped[date]


class Rejected(Base):
    """What was sent and could not be accepted. It may be one more support, so it widens figures."""

    __tablename__ = "rejected_rows"
    __table_args__ = (
        like("support_id", KEY),
        a_day("received_on"),
        a_day("settled_on"),
        CheckConstraint("things BETWEEN 1 AND 1000000000", name="things_fits"),
    )

    number: Mapped[int] = mapped_column(primary_key=True)
    support_id: Mapped[str | None] = mapped_column(Text)  # null if it cannot be read
    received_on: Mapped[date]
    settled_on: Mapped[date | None]
    body: Mapped[str] = mapped_column(Text)  # jsonb cannot hold everything that JSON can
    problems: Mapped[list[Any]] = mapped_column(JSONB)
    things: Mapped[int] = mapped_column(server_default="1")  # the supports that it can stand for
    source: Mapped[str | None] = mapped_column(Text)  # of the list that it came with


class Revision(Base):
    """A number that every change raises, in its one row. It is the key of everything cached."""

    __tablename__ = "revisions"
    __table_args__ = (CheckConstraint("id = 1", name="one_row"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    number: Mapped[int] = mapped_column(BigInteger)


class Kept(Base):
    """An evaluation that was given out, with everything that it rests on."""

    __tablename__ = "evaluations"

    digest: Mapped[str] = mapped_column(Text, primary_key=True)
    library: Mapped[str] = mapped_column(Text, primary_key=True)  # another version may differ
    as_of: Mapped[date]
    kept_at: Mapped[datetime] = mapped_column(server_default=func.now())
    program: Mapped[dict[str, Any]] = mapped_column(JSONB)
    figures: Mapped[dict[str, Any]] = mapped_column(JSONB)
    evaluation: Mapped[dict[str, Any]] = mapped_column(JSONB)


# --- the revision ---

RAISE = DDL("""
CREATE OR REPLACE FUNCTION raise_revision() RETURNS trigger
LANGUAGE plpgsql SET search_path FROM CURRENT AS
'BEGIN UPDATE revisions SET number = number + 1; RETURN NULL; END'
""")
ON_CHANGE = DDL("""
CREATE TRIGGER raise_revision BEFORE INSERT OR UPDATE OR DELETE OR TRUNCATE ON %(fullname)s
FOR EACH STATEMENT EXECUTE FUNCTION raise_revision()
""")
event.listen(Base.metadata, "before_create", RAISE)
for table in (Given, Version, Claim, Rejected):
    event.listen(table.__table__, "after_create", ON_CHANGE)
