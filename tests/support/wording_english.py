"""English phrases, with the reading of each."""

from datetime import date
from fractions import Fraction

from nsc_program import About, AtLeast, AtMost, Between, LessThan, MoreThan, Plain
from nsc_program.wording import Reason
from wording_rows import EACH, END_2025, MEAN, YEARLY, YEARLY_FALL, Row, no, p, since, year

ENGLISH: tuple[Row, ...] = (
    (
        (
            "By 2025, about 1,500 enterprises are supported and more than 2,000 officials trained, "
            "of whom at least 20 productivity experts"
        ),
        (
            p(About(1500), "enterprises", through=END_2025),
            p(MoreThan(2000), "officials", through=END_2025),
            p(AtLeast(20), "productivity experts", through=END_2025),
        ),
    ),
    (
        "an increase of at least 50% compared with the 2021-2025 period",
        (p(AtLeast(50), "%", since(2021, 2025)),),
    ),
    ("an increase of 50% compared with 2020", (p(Plain(50), "%", since(2020, 2020)),)),
    (
        "labour productivity grows by an average of 6.5% per year",
        (p(Plain(Fraction(13, 2)), "%", MEAN),),
    ),
    (
        "exports grow by more than 6.5 percent annually",
        (p(MoreThan(Fraction(13, 2)), "%", YEARLY),),
    ),
    (
        "the number of enterprises increases by 10 to 15% each year",
        (p(Between(10, 15), "%", YEARLY),),
    ),
    ("no less than 1 percent of GRDP", (p(AtLeast(1), "%"),)),
    ("between 10 and 15 enterprises each year", (p(Between(10, 15), "enterprises", EACH),)),
    ("from 10 to 15 enterprises", (p(Between(10, 15), "enterprises"),)),
    ("10–15%", (p(Between(10, 15), "%"),)),
    ("about 10-15%", (p(Between(10, 15, about=True), "%"),)),
    (
        "more than 3,000 cooperatives by the end of 2025",
        (p(MoreThan(3000), "cooperatives", through=END_2025),),
    ),
    ("to exceed 10% of retail sales", (p(MoreThan(10), "%"),)),
    ("no more than 30%", (p(AtMost(30), "%"),)),
    ("not exceeding 30%", (p(AtMost(30), "%"),)),
    ("fewer than 5 enterprises", (p(LessThan(5), "enterprises"),)),
    ("under 5%", (p(LessThan(5), "%"),)),
    ("20 enterprises or more", (p(AtLeast(20), "enterprises"),)),
    ("around 40 trainees", (p(About(40), "trainees"),)),
    ("at least two conformity assessment bodies", (p(AtLeast(2), "conformity assessment bodies"),)),
    ("a minimum of twenty five enterprises", (p(AtLeast(25), "enterprises"),)),
    ("17.8 billion dong", (p(Plain(Fraction(89, 5)), "billion dong"),)),
    ("1.5 million people", (p(Plain(1500000), "people"),)),
    ("1,234.5 hectares", (p(Plain(Fraction(2469, 2)), "hectares"),)),
    ("contribution of TFP to economic growth reaches 50%", (p(Plain(50), "%"),)),
    (
        "strive for at least 15 pilot models by 2025",
        (p(AtLeast(15), "pilot models", through=END_2025, aspires=True),),
    ),
    (
        "Each year, at least 100 enterprises are supported; 20 experts are trained",
        (p(AtLeast(100), "enterprises", EACH), p(Plain(20), "experts")),
    ),
    (
        "double the number of enterprises compared with 2020",
        (p(Plain(100), "%", since(2020, 2020)),),
    ),
    ("In 2025, 2000 enterprises", (p(Plain(2000), "enterprises", year(2025)),)),
    ("before 2025, 20 enterprises", (p(Plain(20), "enterprises", through=date(2024, 12, 31)),)),
    ("Plan 149/KH-UBND, ISO 9001:2015, Industry 4.0, article 5", ()),
    ("1.500 enterprises", (no(Reason.AMBIGUOUS_NUMBER, "1.500 enterprises"),)),
    ("6,5 enterprises", (no(Reason.AMBIGUOUS_NUMBER, "6,5 enterprises"),)),
    ("nearly 20 enterprises", (no(Reason.NEARLY, "nearly 20 enterprises"),)),
    ("several enterprises", (no(Reason.VAGUE, "several enterprises"),)),
    ("hundreds of enterprises", (no(Reason.VAGUE, "hundreds of enterprises"),)),
    ("half of the enterprises", (no(Reason.FRACTION, "half of"),)),
    ("three enterprises", (no(Reason.SPELLED_OUT, "three enterprises"),)),
    ("at least about 10 enterprises", (no(Reason.MARKS_CLASH, "at least about 10 enterprises"),)),
    ("up to 20 enterprises", (no(Reason.OPEN_RANGE, "up to 20 enterprises"),)),
    ("operating over 15 provinces", (no(Reason.MARK_UNCLEAR, "over 15 provinces"),)),
    ("reduce costs by 10%", (no(Reason.NO_BASELINE, "10%"),)),
    ("a fall of 10% a year", (p(Plain(10), "%", YEARLY_FALL),)),
    ("3 percentage points", (no(Reason.POINTS, "3 percentage points"),)),
    ("an increase of 50 enterprises", (no(Reason.NO_BASELINE, "50 enterprises"),)),
    ("growth of at least 8%", (no(Reason.NO_BASELINE, "at least 8%"),)),
    ("increase productivity by 10% compared with today", (no(Reason.BASELINE_UNHELD, "10%"),)),
    ("at least 2 models per district", (no(Reason.PER_UNIT, "at least 2 models"),)),
    ("each district has at least 2 models", (no(Reason.PER_UNIT, "at least 2 models"),)),
    (
        "30 hospital beds per 10,000 people",
        (no(Reason.PER_UNIT, "30 hospital"), no(Reason.PER_UNIT, "10,000 people")),
    ),
    ("on average 20 enterprises per year", (no(Reason.AVERAGE, "20 enterprises"),)),
    (
        "20 and 30 enterprises respectively",
        (no(Reason.MARK_UNCLEAR, "20"), no(Reason.MARK_UNCLEAR, "30 enterprises")),
    ),
    ("15-10 enterprises", (no(Reason.REVERSED, "15-10 enterprises"),)),
    ("by 3/4/2025, 20 enterprises", (p(Plain(20), "enterprises"),)),
    # at the limits of the reader
    ("at least twenty enterprises", (p(AtLeast(20), "enterprises"),)),
    (
        "at least five twenty enterprises",
        (no(Reason.SPELLED_OUT, "at least five twenty enterprises"),),
    ),
    ("closing a gap of 20 enterprises", (p(Plain(20), "enterprises"),)),
    ("In 2025 Hanoi supports 20 enterprises", (p(Plain(20), "enterprises", year(2025)),)),
    ("enterprises supported: at least 20 (2021-2025)", (p(AtLeast(20), ""),)),
)
