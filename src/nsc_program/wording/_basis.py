"""The basis of a number: which figure the words compare with the bound."""

from typing import final

from attrs import frozen

from nsc_program.plan._bounds import Basis, EachYear, Growth, Reached, YearlyGrowth
from nsc_program.wording._alternatives import after_alternatives
from nsc_program.wording._days import tag_at
from nsc_program.wording._layout import SEPARATORS
from nsc_program.wording._line import Line
from nsc_program.wording._marks import Around, ends_piece
from nsc_program.wording._quantities import Quantity
from nsc_program.wording._scope import Scope, Years
from nsc_program.wording._tags import Baseline, Tag
from nsc_program.wording._values import Reason

_CHANGES = (Tag.GROW, Tag.ADD, Tag.FALL)
_SHARED = ("là", "được")  # 50% là doanh nghiệp nhỏ: a share, not growth
_VERBS = (Tag.GROW, Tag.PACE, Tag.RAISE, Tag.FALL)
_CEILINGS = (Tag.AT_MOST, Tag.LESS, Tag.DOWN)
_TIMES = ("lần", "times")
_MULTIPLIED = ("x", "×", "*")
_WHOLE = 100
_PLANS = ("kế hoạch", "mục tiêu", "chỉ tiêu", "dự toán")
_SET = ("đề", "giao")  # kế hoạch đề ra, chỉ tiêu giao
_NOW_BEHIND = ("hiện nay", "hiện tại")
_NOW = (*_NOW_BEHIND, "hiện có", "hiện đạt", "đến nay", "cho đến nay", "tính đến nay")
_ONE_OR_TWO = 2
_MORE = ("thêm", "có thêm", "thêm được", "phát triển thêm", "hỗ trợ thêm")
_FEW = 2  # the most words between a unit and the slash after it


@final
@frozen
class Reader:
    """The reading of one quantity, with everything around it.

    Attributes:
        items: The items of the clause.
        quantity: The quantity.
        scope: The words that govern the quantity from a distance.
        around: The bound words and the words of change next to the quantity.
    """

    items: Line
    quantity: Quantity
    scope: Scope
    around: Around

    def basis(self) -> Basis | Reason:
        """Return the basis, or the reason why the quantity cannot be read."""
        if self._of_now():
            return Reason.COMPARISON
        if self.scope.estimated:
            return Reason.ESTIMATE
        return Reason.ONE_YEAR if self.scope.past else self._of_words()

    def _of_words(self) -> Basis | Reason:
        """Return the basis of a quantity that is a target."""
        if self._from_to():
            return Reason.FROM_TO
        if self.scope.excepting or self.scope.often:
            return Reason.EXCLUDED if self.scope.excepting else Reason.FREQUENCY
        if self.scope.each or self._per_unit() or self._all_of_them() or self._of_each_before():
            return Reason.PER_UNIT
        if self.scope.respectively:
            return Reason.MARK_UNCLEAR
        if self.quantity.unit in _TIMES and not self.factor and self._of_times():
            return Reason.TIMES
        verb = Reason.INCREMENT if self._again() else self._verb()
        if isinstance(verb, Reason) or not verb:
            return verb or self._level()
        return Reason.SHARE_GROWS if self._of_a_share() else self._growth()

    @property
    def factor(self) -> bool:
        """Whether the number is a factor: gấp đôi, gấp 2 lần."""
        return self.quantity.times or (
            self.quantity.unit in _TIMES and Tag.TIMES in self.around.words
        )

    @property
    def _percent(self) -> bool:
        return self.factor or self.quantity.unit == "%"

    def _from_to(self) -> bool:
        """Return whether it is the upper end of a change: “từ 30% năm 2020 lên 50% …”."""
        before = self.scope.before
        changes = Tag.ONTO in self.around.words or Tag.LEFT in self.around.words
        return changes and before is not None and tag_at(self.items, before.at - 1, Tag.FROM)

    def _per_unit(self) -> bool:
        """Return whether it is per unit: “2 doanh nghiệp/huyện” is, “20 tổ hợp tác/HTX” is not."""
        end = after_alternatives(self.items, self.quantity.unit_at, self.quantity.end)
        if tag_at(self.items, end, Tag.MORE) and tag_at(self.items, end + 1, Tag.NUMBER):
            return self.items[end].text in ("trên", "over")  # 28 giường bệnh trên 10.000 dân
        few = 1 if self.quantity.unit == "%" else _FEW
        for at in range(end, min(end + few, self.scope.stop)):
            if self.items[at].has(Tag.SLASH):
                return not tag_at(self.items, at + 1, Tag.YEAR) or tag_at(
                    self.items, at + 2, Tag.SLASH
                )
            if not self.items[at].has(Tag.WORD, Tag.UNIT):
                return False
        return tag_at(self.items, end, Tag.SLASH) and not tag_at(self.items, end + 1, Tag.YEAR)

    def _all_of_them(self) -> bool:
        """Return whether it is for each of several units: “các huyện đều có ít nhất 2 …”."""
        return self._named(Tag.ALL)

    def _named(self, *tags: Tag) -> bool:
        """Return whether a word with one of these tags stands before the number in its piece."""
        return self.items.holds(self.scope.piece, self.quantity.at, *tags)

    def _of_each_before(self) -> bool:
        """Return whether it is for each of the units before.

        “50% doanh nghiệp áp dụng 01 hệ thống”, “20 doanh nghiệp có trên 50 lao động”.
        """
        before = self.scope.before
        if before is None or not self.scope.beside or self.quantity.times:
            return False
        few = Tag.AT_LEAST in self.around.marks and self.quantity.numbers[0] <= _ONE_OR_TWO
        grows = self._named(*_VERBS)
        has = before.unit == "%" or self._named(Tag.HAVING)
        multiplied = self.items[self.quantity.at - 1].text in _MULTIPLIED
        return few or multiplied or (has and not grows)

    def _of_times(self) -> bool:
        """Return whether “lần” is an unclear factor: “tăng 2 lần” may mean double or triple."""
        near = self._named(*_VERBS, Tag.ONTO)
        end = self.quantity.end
        compared = tag_at(
            self.items, end, Tag.SINCE, Tag.PERIOD, Tag.NAMED_YEAR, Tag.FILL, Tag.AVERAGE
        )
        return (
            near
            or compared
            or (self._reached() and not tag_at(self.items, end, Tag.SLASH, Tag.YEARLY))
        )

    def _verb(self) -> bool | Reason:
        """Return whether the number is growth, or the reason if the model has no such change."""
        if self.factor:
            return True
        words = self.around.words
        if Tag.ADD in words and not (self._percent and Tag.GROW in words):
            return self._added()
        if Tag.LEFT in words:
            return self._fell()
        own = self._nearest(self.scope.piece, self.quantity.at)
        if own is None or (self.around.given and own not in words):
            return self._of_an_earlier_piece() if own is None else False
        return self._fell() if own is Tag.FALL else self._rose(own)

    def _added(self) -> bool | Reason:
        """Return the same for “thêm” next to the number."""
        if self._percent:
            return True
        return False if self._founded() else Reason.INCREMENT

    def _founded(self) -> bool:
        """Return whether “thêm” counts new foundations: “thêm 20 doanh nghiệp thành lập mới”.

        The number is then the number of foundations, not an increase in the number of enterprises.
        """
        added = self.items.before(self.quantity.at, Tag.ADD)
        founded = (
            tag_at(self.items, self.quantity.end, Tag.FOUNDED) and self.items[added].text in _MORE
        )
        return founded and not self.items.holds(self.scope.start, self.scope.stop, Tag.SINCE)

    def _fell(self) -> bool | Reason:
        """Return the same for “giảm”.

        “Giảm còn dưới 3%” is a level. With “giảm còn 3%” it is unclear whether less is better.
        """
        left = self._named(Tag.LEFT)
        return False if left and not set(_CEILINGS).isdisjoint(self.around.marks) else Reason.FALL

    def _again(self) -> bool:
        """Return whether it is an addition: “10 hội thảo nữa”, “10 doanh nghiệp thêm”."""
        end = self.quantity.end
        if tag_at(self.items, end, Tag.ADD) and (
            not self.quantity.unit or ends_piece(self.items, end + 1)
        ):
            return True
        here = self.items.after(end, *SEPARATORS, Tag.AGAIN)
        return here < self.scope.stop and self.items[here].has(Tag.AGAIN)

    def _rose(self, own: Tag) -> bool | Reason:
        """Return the same for a verb of growth."""
        words = self.around.words
        if Tag.ONTO in words or self._named(Tag.ONTO):
            return Reason.FROM_TO if own is not Tag.RAISE and self._percent else False
        if self._percent:
            return not (own is Tag.RAISE and self._reached())
        return False if own is Tag.RAISE else Reason.INCREMENT

    def _reached(self) -> bool:
        """Return whether “đạt” stands before the number: a level."""
        at = self.around.first - 1
        return tag_at(self.items, at, Tag.ATTAIN) and at >= self.scope.piece

    def _nearest(self, start: int, end: int) -> Tag | None:
        """Return the last verb of change from `start` to before `end`; `None` without a verb.

        A noun after “vào” (vào tăng trưởng) does not count: the number is a contribution to it.
        """
        at = self.items.before(end, *_VERBS)
        while at > start and self.items[at].has(Tag.PACE) and tag_at(self.items, at - 1, Tag.INTO):
            at = self.items.before(at, *_VERBS)
        if at < start:
            return None
        return next((tag for tag in _VERBS if self.items[at].has(tag)), None)

    def _grows_by_a_verb(self) -> bool:
        """Return whether growth is worded by a verb, and not by a noun or a factor."""
        return not self.factor and not self._named(Tag.PACE)

    def _of_an_earlier_piece(self) -> bool | Reason:
        """Return the same for a verb before the last comma.

        “Tăng số doanh nghiệp, hợp tác xã ít nhất 50% …” is growth if the percentage is not a share
        of the things named after it.
        """
        changed = self._as_the_change_before()
        if changed is not None or not self._percent:
            return changed or False
        if self._part_of_growth():
            return True
        verb = self._nearest(self.scope.start, self.scope.piece)
        share = tag_at(
            self.items, self.quantity.end, Tag.UNIT, Tag.WORD, Tag.FILL, Tag.HEADS, Tag.COUNTED
        )
        based = self._baseline() is not None
        if verb is None or (share and not based):
            return False
        return Reason.FALL if verb is Tag.FALL else True

    def _part_of_growth(self) -> bool:
        """Return whether it is a part of yearly growth: “tăng … 7%/năm, trong đó … 9%/năm”."""
        last = self.scope.last
        if last is None or last.unit != "%" or not (self._named(Tag.PART) and self._average()):
            return False
        start = self.items.before(last.at, *SEPARATORS) + 1
        grew = self._nearest(start, last.at) in (Tag.GROW, Tag.PACE) and self.items.holds(
            start, last.at, Tag.AVERAGE
        )
        return grew and self.scope.years is Years.OWN and not self._reached()

    def _as_the_change_before(self) -> Reason | None:
        """Return the problem of a change given twice: “tăng 200 thành viên (khoảng 4%)”."""
        last, piece = self.scope.last, self.scope.piece
        a_part = self.items.holds(piece, self.around.first, Tag.PART)
        if last is None or not tag_at(self.items, piece - 1, Tag.OPEN) or a_part:
            return None
        words_before = self.items[max(0, last.at - _FEW - 1) : last.at]
        verb = next((item for item in words_before if item.has(*_CHANGES)), None)
        if verb is None:
            return None
        if verb.has(Tag.FALL):
            return Reason.FALL
        return Reason.NO_BASELINE if self._percent else Reason.INCREMENT

    def _baseline(self) -> Baseline | None:
        """Return the baseline that is named after the number, or before it; `None` without one."""
        end = self.quantity.end
        if self.factor and tag_at(self.items, end, Tag.PERIOD, Tag.NAMED_YEAR):
            period = self.items[end].value
            return Baseline(period) if period else Baseline(reason=Reason.BASELINE_IMPOSSIBLE)  # type: ignore[arg-type]
        at = self.items.after(end, Tag.SINCE)
        if at >= self.scope.stop:
            at = self.items.before(self.quantity.at, Tag.SINCE)
        baseline = self.items[at].value if at >= self.scope.start else None
        return baseline if isinstance(baseline, Baseline) else None

    def _of_a_share(self) -> bool:
        """Return whether a share grows: “tỷ lệ … tăng 5%”, “đạt 70%, tăng 5%”."""
        piece, before = self.scope.piece, self.scope.last
        if self._named(Tag.SHARE):
            return True
        shared = before is not None and before.unit == "%" and not before.times
        return shared and self.items[piece].has(Tag.GROW) and self.scope.before is None

    def _growth(self) -> Basis | Reason:
        """Return the basis of growth."""
        baseline, years = self._baseline(), self.scope.years
        if baseline is None or baseline.year_before:
            return self._yearly_growth(baseline)
        if baseline.period is None:
            return baseline.reason or Reason.BASELINE_UNHELD
        if years is Years.OWN:
            return Reason.YEARS_UNCLEAR
        if self._reached() and self._grows_by_a_verb():
            # “Tăng số doanh nghiệp đạt 50% so với …” may mean 50 % more, or half.
            return Reason.COMPARISON
        return Reason.AVERAGE if self._average() else Growth(baseline.period)

    def _yearly_growth(self, baseline: Baseline | None) -> Basis | Reason:
        """Return the basis of growth without a period to compare with."""
        if self.factor:
            return Reason.NO_BASELINE
        if self.scope.years is Years.OWN:
            # “Tăng chi hằng năm đạt 2%” may mean 2 % more, or a share of 2 %.
            unclear = self._reached() and self._grows_by_a_verb()
            return Reason.NO_BASELINE if unclear else YearlyGrowth()
        if baseline is None:
            return Reason.NO_BASELINE if self.scope.years is Years.NONE else Reason.YEARS_UNCLEAR
        following = self.items.holds(self.scope.start, self.quantity.at, Tag.NEXT_YEAR)
        return YearlyGrowth() if following else Reason.BASELINE_UNHELD

    def _level(self) -> Basis | Reason:
        """Return the basis of a number that is not growth."""
        if self._compared() or self._beyond_a_plan():
            return Reason.COMPARISON
        if self._average():
            return Reason.AVERAGE
        match self.scope.years:
            case Years.NONE:
                return Reason.ONE_YEAR if self.scope.one_year and not self._percent else Reached()
            case Years.UNCLEAR:
                return Reason.YEARS_UNCLEAR
            case _:
                by_slash = self.scope.by_slash and self.quantity.unit == "%"
                return Reason.YEARS_UNCLEAR if by_slash else EachYear()

    def _beyond_a_plan(self) -> bool:
        """Return whether it is compared with a plan: “vượt 10% kế hoạch”, “90% kế hoạch đề ra”."""
        first, end = self.items[self.around.first], self.quantity.end
        if not self._percent or not tag_at(self.items, end, Tag.NO_PERIOD):
            return False
        if first.has(Tag.MORE) and first.text.startswith(("vượt", "exceed")):
            return True
        is_set = end + 1 < len(self.items) and self.items[end + 1].text in _SET
        return self.items[end].text in _PLANS and (is_set or self.quantity.numbers[0] > _WHOLE)

    def _of_now(self) -> bool:
        """Return whether it is a present figure: “hiện nay 22%”, “22% hiện nay”."""
        piece, at, end = self.scope.piece, self.quantity.at, self.quantity.end
        before = self.items.last_word(at, _NOW) >= max(piece, self.items.before(at, Tag.AND))
        led = piece > 1 and self.items[piece - 2].text in _NOW
        led = led and (piece == _ONE_OR_TWO or self.items[piece - 3].has(*SEPARATORS))
        return before or led or (end < len(self.items) and self.items[end].text in _NOW_BEHIND)

    def _compared(self) -> bool:
        """Return whether it has a baseline of its own.

        In “tăng 10% so với …, 100% …”, the baseline belongs to the first number only.
        """
        baseline = self._baseline()
        if baseline is not None and baseline.of_total:
            return not self._percent
        return baseline is not None and not self._baseline_of_the_last()

    def _baseline_of_the_last(self) -> bool:
        """Return whether the baseline belongs to the quantity before."""
        last, end = self.scope.last, self.quantity.end
        is_share = end < len(self.items) and self.items[end].text in _SHARED
        if last is None or last.unit != "%" or (self._percent and not is_share):
            return False  # “…, hợp tác xã 50%” grows too
        parted = self.items.after(last.end, *SEPARATORS)
        parted = parted if parted < self.scope.piece else last.end
        return not self.items.holds(parted, self.scope.stop, Tag.SINCE)

    def _average(self) -> bool:
        """Return whether it is an average."""
        return self.items.holds(self._start_of_piece(), self.quantity.at, Tag.AVERAGE)

    def _start_of_piece(self) -> int:
        """Return the start of its piece.

        The piece of “bình quân của 01 hợp tác xã là 200 triệu đồng” starts before the 01.
        """
        before = self.scope.before
        if before is None or not self.scope.beside or 1 not in before.numbers:
            return self.scope.piece
        return self.items.before(before.at, *SEPARATORS) + 1
