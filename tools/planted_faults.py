"""Break the library's rules one at a time, in a copy, and show that the tests notice each.

A fault is a text of one file that stands there once, and what takes its place. `python tools/planted_faults.py` runs
them all, or those whose names hold a word: `python tools/planted_faults.py report`.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

ROOT = Path(__file__).parents[1]
COPIED = ("src", "tests", "docs", "README.md", "CHANGELOG.md", "conftest.py", "pyproject.toml", "tools")
# What notices most, first; a run ends at the first failure.
TESTS = ("tests/test_figures.py", "tests/test_targets.py", "tests/test_reporting.py", "tests/test_yearly.py")
MORE = (
    "tests/test_unread.py",
    "tests/test_corrections.py",
    "tests/test_ids_used_again.py",
    "tests/test_validators.py",
    "tests/test_evaluation.py",
    "tests/test_editions.py",
    "tests/test_hinges.py",
    "tests/test_long_numbers.py",
    "tests/test_sweep.py",
    "tests/test_tracing.py",
    "tests/test_spending.py",
    "tests/test_oracle.py",
)
CHECKS = (
    *("tests/test_checks_absences.py", "tests/test_checks_days.py", "tests/test_checks_plan.py"),
    *("tests/test_checks_entries.py", "tests/test_findings.py"),
)


class Fault(NamedTuple):
    """A rule that is broken: in which file of the package, and how."""

    name: str
    file: str
    before: str
    after: str


FAULTS = (
    # what counts
    Fault("rows are counted for keys", "figures/_counts.py", "found.add(key, unnamed", "found.add(f'{key} {on} {id(on)}', unnamed"),
    Fault("what is not verified counts as verified", "figures/_counts.py", "self.verified if verified else", "self.verified if key else"),
    Fault("the day of judgement is not counted", "figures/_counts.py", "if first <= on <= last", "if first <= on < last"),
    Fault("the day after the day of judgement is counted", "values/_periods.py", "end=min(self.end, day)", "end=min(self.end, day + _DAY)"),
    Fault("a mark may begin a key", "values/_validators.py", "    if _has_lone_mark(value):", "    if False:"),
    Fault("a mark may begin a word", "values/_validators.py", """for word in text.split(" ") if word)""", "for word in [text])"),
    Fault("a branch is an enterprise of its own", "values/_validators.py", "return code[:10] if", "return code if"),
    Fault("a household is an enterprise", "records/_counting.py", "if record.kind is EnterpriseKind.HOUSEHOLD", "if False"),
    Fault("a renewal is somebody new", "records/_counting.py", "WhyNot.RENEWAL if record.renewal else on", "on"),
    Fault("a lapsed condition still counts", "records/_counting.py", "max(met) > until", "max(met) > date.max"),
    Fault("two conditions happen on the first day", "records/_counting.py", "else max(met)", "else min(met)"),
    Fault("an annulled record counts", "records/_register.py", "isinstance(record, Fact) or not record.annulled", "record"),
    # what is claimed
    Fault("no claim means that there is no more", "figures/_joining.py", "None if any(self.missing(period)) else", "None if period.end > self.as_of else"),
    Fault("a claim closes a period that is not over", "values/_periods.py", "(period.through(day) for", "(period for"),
    Fault("a claim has no date", "records/_register.py", "self.period.through(self.recorded_on or self.period.end)", "self.period"),
    Fault("claims that leave a day out unite", "values/_periods.py", "period.first - _DAY == last.end", "period.first - 2 * _DAY <= last.end"),
    # what is reported
    Fault("distinct things of several reports are summed", "figures/_joining.py", "additive=indicator.additive)\n        alone", "additive=True)\n        alone"),
    Fault("a step leads back at a cost", "figures/_network.py", "node - 1, 0, None)", "node - 1, 1, None)"),
    Fault("a period begins a day later than it does", "figures/_network.py", "period.first.toordinal() - 1", "period.first.toordinal()"),
    Fault("the report issued first stays", "figures/_reports.py", "day = max(each.issued", "day = min(each.issued"),
    Fault("a report in doubt is evidence", "figures/_reports.py", "for each, range_ in said.items() if each.verified}", "for each, range_ in said.items()}"),
    Fault("a report speaks before it can", "figures/_reports.py", " and min(report.issued, report.period.end) <= as_of", ""),
    Fault("an estimate decides", "verdicts/_comparisons.py", "if other is None or not asking.yes(ESTIMATES_DECIDE):", "if other is None:"),
    Fault("an estimate stands beside final evidence", "figures/_reports.py", "if not any(about.within(days) for days in final_days)", "if True"),
    Fault("an estimate of days not begun is heard", "figures/_reports.py", "return report.period.first <= as_of and ", "return "),
    Fault("a clash leaves the parts alone", "figures/_clashes.py", "yield evolve(each, range=hull([each.range, instead[each]])) if each in instead else each", "yield each"),
    Fault("a wrong count is wrong in one period only", "figures/_clashes.py", "return statement.about if statement.reports else None", "return statement.about"),
    Fault("an estimate is not told from a report", "figures/_reports.py", "Estimated if report.estimated else Reported", "Reported"),
    Fault("any report of a state will do", "figures/_reports.py", "Period(period.end, period.end)", "Period(date(1, 1, 1), date(1, 1, 1))"),
    Fault("evidence is folded in order", "values/_ranges.py", "clashing = [piece for piece in different if piece._last < last or first < piece._first]", "clashing = list(different)"),
    # what was known, and what could not be read
    Fault("what is recorded on the day is not known yet", "records/_register.py", "known is None or known <= day", "known is None or known < day"),
    Fault("a report is known before it is issued", "records/_register.py", "issued = version.issued if isinstance(version, ReportedFigure) else None", "issued = None"),
    Fault("a report is known before it is recorded", "records/_register.py", "for known in (recorded, issued))", "for known in (issued or recorded,))"),
    Fault("a claim was known before it was made", "records/_register.py", "(claim for claim in self.coverage if _known_by(claim, day))", "self.coverage"),
    Fault("a row was known before it was set aside", "records/_register.py", "(row for row in self.set_aside if _known_by(row, day))", "self.set_aside"),
    Fault("merging forgets records", "records/_register.py", "chain.from_iterable(each.records for each in registers)", "chain(self.records, others[-1].records if others else ())"),
    Fault("merging forgets claims", "records/_register.py", "chain.from_iterable(each.coverage for each in registers)", "self.coverage"),
    Fault("merging forgets rows", "records/_register.py", "chain.from_iterable(each.set_aside for each in registers)", "self.set_aside"),
    Fault("the first conflict is the only one told", "records/_versions.py", "            conflicts.add(name)\n", "            raise RegisterConflict(name)\n"),
    Fault("conflicts are told as they come", "records/_versions.py", "*sorted(found, key=lambda name: (*name[:2], *map(earliest_first, name[2:])))", "*found"),
    Fault("merging takes an id that is used again", "records/_register.py", "        if not corrects_keys:\n", "        if False:\n"),
    Fault("nobody can say that a key was corrected", "records/_register.py", "        if not corrects_keys:\n", "        if True:\n"),
    Fault("what was merged once is refused", "records/_versions.py", "if set().union(*held) not in held}", "if any(held[0] != each for each in held)}"),
    Fault("two registers that share a key are never refused", "records/_versions.py", "if set().union(*held) not in held}", "if not set.intersection(*held)}"),
    Fault("a branch is another enterprise when merging", "records/_versions.py", "            return head_office(code)\n", "            return code\n"),
    Fault("one person may stand for several people", "records/_versions.py", "None if heads == 1 else _SEVERAL_PEOPLE", "None"),
    Fault("a version of one day with a row settles it", "records/_register.py", "return earliest_first(read_on) > earliest_first(row.recorded_on)", "return earliest_first(read_on) >= earliest_first(row.recorded_on)"),
    Fault("no version settles a row", "records/_register.py", "if not (row.identified and _name(row) in read and ", "if not (row.identified and _name(row) not in read and "),
    Fault("a row of another class is settled too", "records/_register.py", "(version.what if isinstance(version, UnreadRow) else type(version).__name__, version.id)", "('', version.id)"),
    Fault("the oldest row of a record counts", "records/_register.py", "row for row in self.set_aside}", "row for row in reversed(self.set_aside)}"),
    Fault("a row is one thing", "records/_register.py", "found[row.what] += row.things", "found[row.what] += 1"),
    Fault("a row is a thing of every class", "records/_register.py", "return what in KINDS and indicator in COUNTED_BY[KINDS[what]]", "return what in KINDS"),
    Fault("a row that is settled is still a thing more", "records/_register.py", "        for row in self.unread:\n", "        for row in self.set_aside:\n"),
    Fault("a row is nothing more", "figures/_joining.py", "size.unverified + unread", "size.unverified"),
    Fault("a row casts no doubt", "records/_register.py", "or not self.doubts(record) else", "or True else"),
    Fault("a row that is settled casts doubt", "records/_register.py", "for row in self.unread if row.identified)", "for row in self.set_aside if row.identified)"),
    Fault("a row of an unknown record withdraws nothing", "figures/_joining.py", "size.verified - self.register.things_withdrawn(self.indicator.id)", "size.verified"),
    Fault("it withdraws one head of a headcount", "records/_records.py", "return self.headcount or 1", "return 1"),
    Fault("it withdraws what was entered later", "records/_register.py", "older = bisect_left(entered.get(what, []), (day,))", "older = len(entered.get(what, []))"),
    Fault("a report in doubt brings back what it replaced", "figures/_reports.py", "if each.verified or register.doubts(each)]", "if each.verified]"),
    Fault("an unread report replaces none", "records/_register.py", "isinstance(record, ReportedFigure) and self._has_unread_reports", "False"),
    Fault("a made-up name doubts the record with that id", "records/_register.py", "for row in self.unread if row.identified)", "for row in self.unread)"),
    Fault("a made-up name is an id", "records/_register.py", "if row.identified else row: row", "if True else row: row"),
    Fault("a claim was made before its records were entered", "records/_register.py", "made = None if entered is None else max(entered, day)", "made = None"),
    Fault("money that may be withdrawn is sure", "verdicts/_funding.py", "Range(sum(sure) - sum(withdrawn), most)", "Range(sum(sure), most)"),
    Fault("nothing is told of rows", "figures/_joining.py", "        if unread:\n", "        if unread and not unread:\n"),
    # what is accepted
    Fault("more than N takes N in", "plan/_bounds.py", "return Range.above(number) if asking.yes(STRICT)", "return Range.at_least(number) if asking.yes(STRICT)"),
    Fault("about N has no tolerance", "plan/_bounds.py", "slack = abs(number) * asking.ratio(TOLERANCE)", "slack = 0 * asking.ratio(TOLERANCE)"),
    Fault("about N may be exceeded under any reading", "plan/_bounds.py", "None if asking.yes(MAY_EXCEED) else number + slack", "None if asking.yes(MAY_EXCEED) else None"),
    Fault("growth from zero is decided", "verdicts/_comparisons.py", "POSITIVE = Range.above(0)", "POSITIVE = Range.at_least(0)"),
    Fault("growth is sure from the least base", "values/_ranges.py", "_product(factors.low, bases.high, ceil)", "_product(factors.low, bases.low, ceil)"),
    Fault("growth is perhaps from the greatest base only", "values/_ranges.py", "_product(factors.low, bases.low, floor)", "_product(factors.low, bases.high or bases.low, floor)"),
    Fault("half a thing is enough", "values/_ranges.py", "ceil(self.low))\n", "floor(self.low))\n"),
    Fault("units meet", "verdicts/_comparisons.py", "if unit != indicator.unit:", "if unit is None:"),
    Fault("one year in which it holds is enough", "verdicts/_comparisons.py", "if all(each.holds", "if any(each.holds"),
    Fault("all years must fail", "verdicts/_comparisons.py", "if any(each.fails", "if all(each.fails"),
    Fault("a mean is one year's growth", "verdicts/_comparisons.py", "_Base.of(years[0]), len(years) - 1)", "_Base.of(years[0]), 1)"),
    Fault("nothing is carried forward along the years", "verdicts/_comparisons.py", "range=_fulfilling(_in_unit(indicator, comparison))", "range=year.range"),
    Fault("a base phase that is open decides nothing", "verdicts/_comparisons.py", "return max(end, basis.since.end)", "return min(end, basis.since.end)"),
    Fault("a long number that must hold for all is rounded the other way", "values/_ranges.py", "_raised(factors.low, times, ceil)", "_raised(factors.low, times, floor)"),
    Fault("an edition forgets what it kept", "plan/_editions.py", "past = editions[0].past", "past = ()"),
    Fault("an edition judges days before it", "verdicts/_evaluation.py", "on < since:", "on > since:"),
    Fault("striving is weighed", "verdicts/_evaluation.py", "if not verdict.target.aspirational", "if verdict"),
    # every reading
    Fault("the tolerance is tried at one end", "verdicts/_tolerances.py", "last = under(MOST)", "last = under(LEAST)"),
    Fault("a turn does not hold where it is", "verdicts/_tolerances.py", "below == above and turned(above)", "below == above and not turned(above)"),
    Fault("a question decides where others differ too", "verdicts/_hinges.py", "if question in other and question != leaving_out", "if question == other and question != leaving_out"),
    Fault("an answer is left out", "verdicts/_sweep.py", "[answer.value for answer in question.answers]", "[question.default]"),
    # what a verdict rests on
    Fault("evidence forgets what is later", "verdicts/_evidence.py", "WhyNot.LATER if on > as_of else on", "on"),
    # what looks wrong
    Fault("a finding needs nobody's claim", "checks/_inspected.py", "until = self._complete_until.get(kind.__name__)", "until = date.max"),
    Fault("a finding takes a claim that begins later", "checks/_inspected.py", "if self.program.period.first in period", "if period"),
    Fault("a finding of what an unread row may be", "checks/_inspected.py", "if what not in unread", "if what"),
    Fault("a finding of what is annulled", "checks/_inspected.py", "in self.register.current if", "in self.register.latest if"),
    Fault("a finding names a fact by its key", "checks/_inspected.py", "record.indicator if isinstance(record, Fact)", "record.key if isinstance(record, Fact)"),
    Fault("a finding shows people's keys", "checks/_entries.py", '() if what == "person" else tuple(sorted(keys))', "tuple(sorted(keys))"),
    Fault("a finding of an expert in a headcount", "checks/_absences.py", "day < first_heads and ", ""),
    Fault("a finding of a renewed model", "checks/_absences.py", "not model.renewal and ", ""),
    Fault("a finding of a renewed expert", "checks/_entries.py", "if not expert.renewal]", "if expert]"),
    Fault("a finding of a model of city and nation", "checks/_days.py", 'PilotModel: ("models/city", "models/nation")', "PilotModel: COUNTED_BY[PilotModel]"),
    Fault("a finding of the base of growth", "checks/_days.py", "unite([*seen.program.periods, ", "unite([*(phase.period for phase in seen.program.phases), "),
    Fault("a finding of a claim that was corrected by nobody", "checks/_days.py", "bisect_left(claims, since, key=itemgetter(0))", "len(claims)"),
    Fault("a finding of a headcount made a list", "checks/_days.py", ", (kind, None, day)]", "]"),
    Fault("a finding of a certificate before the training", "checks/_entries.py", "each and each >= day for each", "each for each"),
    Fault("a finding of numbers that run together", "checks/_entries.py", '" " if unicodedata', '"" if unicodedata'),
    Fault("a finding of a plan without sources", "checks/_plan.py", " if lawful else ()", ""),
    Fault("no finding of a wrong check digit", "checks/_entries.py", "!= mst.calc_check_digit(code)", "not in mst.calc_check_digit(code) + code"),
    # money
    Fault("money that is not verified is sure", "verdicts/_funding.py", "return self.verified and self.days", "return self.days"),
    Fault("money is spent on the day of completion", "verdicts/_funding.py", "Period(record.started_on, completed if", "Period(completed if completed <= as_of else record.started_on, completed if"),
    Fault("no funding recorded is none", "verdicts/_funding.py", "if not each.funding})", "if each.funding is None})"),
    Fault("a source that is not listed gave nothing", "verdicts/_funding.py", "if asked else self.without", "if False else self.without"),
    Fault("a source outside the plan is asked about", "verdicts/_funding.py", "if asked else self.without", "if True else self.without"),
    Fault("no support of before goes on into a phase", "verdicts/_funding.py", "gaps(Period.until(phase.period.end), claimed)", "gaps(phase.period, claimed)"),
    Fault("a claim about one way of counting is about all money", "records/_register.py", "for claim in self.coverage if claim.what == what)", "for claim in self.coverage)"),
    Fault("only the plan's sources are totalled", "verdicts/_funding.py", "sorted(given.difference(planned))", "sorted(given.intersection(planned, ()))"),
)  # fmt: skip


def planted(fault: Fault, text: str) -> str:
    """The text of a file with the fault in it.

    Raises:
        SystemExit: if what is to be replaced does not stand there once.
    """
    if text.count(fault.before) != 1:
        sys.exit(f"{fault.name}: {fault.before!r} stands {text.count(fault.before)} times in {fault.file}")
    return text.replace(fault.before, fault.after)


def _notices(folder: Path) -> bool:
    done = subprocess.run(  # noqa: S603  # our own tests
        [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", *TESTS, *MORE, *CHECKS],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(folder / "src"), "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        check=False,
    )
    return done.returncode != 0  # they pass without a fault


def main(words: list[str]) -> int:
    """Plant each fault whose name holds one of the words; fail if one goes unnoticed."""
    chosen = [fault for fault in FAULTS if not words or any(word in fault.name for word in words)]
    unnoticed = []
    with TemporaryDirectory() as temporary:
        folder = Path(temporary) / "copy"
        folder.mkdir()
        for name in COPIED:
            copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
            copy(ROOT / name, folder / name)
        if _notices(folder):
            sys.exit("the tests fail without a fault")
        for number, fault in enumerate(chosen, 1):
            path = folder / "src" / "nsc_program" / fault.file
            sound = path.read_text(encoding="utf-8")
            path.write_text(planted(fault, sound), encoding="utf-8")
            found = _notices(folder)
            path.write_text(sound, encoding="utf-8")
            sys.stdout.write(f"{number:3}/{len(chosen)} {'noticed  ' if found else 'UNNOTICED'} {fault.name}\n")
            sys.stdout.flush()
            unnoticed += [] if found else [fault.name]
    sys.stdout.write(f"{len(chosen) - len(unnoticed)} of {len(chosen)} faults noticed\n")
    return int(bool(unnoticed))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
