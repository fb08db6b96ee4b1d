"""The English words that the reader knows: one table for each tag."""

from nsc_program.wording._numbers import NUMERALS
from nsc_program.wording._scales import SCALES
from nsc_program.wording._tags import Table, Tag

_AT_LEAST = """
    at least; no fewer than; no less than; not less than; not fewer than; a minimum of; minimum
    a minimum; not below; no lower than; not lower than; greater than or equal to; at a minimum
    minimum of
"""
_AT_MOST = """
    at most; no more than; not more than; a maximum of; maximum; maximum of; not exceeding
    not to exceed; no higher than; not above; less than or equal to; no greater than
    must not exceed; does not exceed; not higher than
"""
ENGLISH: Table = {
    Tag.AT_LEAST: _AT_LEAST,
    Tag.AT_MOST: _AT_MOST,
    Tag.STRONG: _AT_LEAST + _AT_MOST,
    Tag.MORE: """
        more than; over; above; exceeding; greater than; higher than; in excess of; upwards of
        exceed; exceeds
    """,
    Tag.ABOUT: "about; around; approximately; roughly; circa; approx; some about; in the region of",
    Tag.LESS: "fewer than; less than; under; below; lower than; smaller than",
    Tag.NEARLY: """
        nearly; almost; close to; up to nearly; just under; not far from; approaching; short of
        just short of; just below; close on; all but; nearing; bordering on; virtually; practically
    """,
    Tag.ESTIMATE: """
        an estimated; estimated; estimated at; is estimated to reach; estimated to reach; estimate
    """,
    Tag.LIMIT: """
        capped at; limited to; restricted to; confined to; a cap of; cap of; a ceiling of
        ceiling of; held to; held at; kept to; kept at; kept within; contained at; a limit of
        limit of; limited at; capped to; controlled at
    """,
    Tag.EXACT: "exactly; precisely; no more and no less than; just exactly",
    Tag.LACK: """
        lack; lacks; lacking; missing; still missing; shortfall of; a shortfall of; short by
        fail to reach; fails to reach; failing to reach; without; not reach; not reaching
        never reach; still needs; still need
    """,
    Tag.SIGN: "minus; negative; plus",
    Tag.UP: """
        or more; or above; or higher; or greater; upward; upwards; or over; and up; and upwards
    """,
    Tag.DOWN: "or less; or fewer; or below; or lower; or under; and downwards",
    Tag.AGAIN: "extra; in addition to those; on top",
    Tag.FROM: "from",
    Tag.BETWEEN: "between",
    Tag.TO: "to; up to; until; through",
    Tag.GROW: """
        grow; grows; growing; growth; increase; increases; increased; increasing; rise; rises
        rising; an increase; up by; a rise; expand; expands; grow by; increase by; increases by
        rise by; rises by; grows by; increased by; growth of; an increase of; a rise of; expand by
        go up; go up by; growth rate; growth rate of; rate of growth; increase of; economic growth
        gdp growth; grdp growth; productivity growth; economic growth of; grdp growth of
    """,
    Tag.PACE: """
        growth; growth of; growth rate; growth rate of; rate of growth; economic growth; gdp growth
        grdp growth
    """,
    Tag.RAISE: """
        improve; improves; raise; raises; improve by; boost; boosts; enhance; lift; raise by
        boost by; enhanced
    """,
    Tag.ADD: "additional; an additional; another; further; a further; extra; more; new additional",
    Tag.FALL: """
        reduce; reduces; reduced; reducing; reduction; decrease; decreases; decreased; fall; falls
        cut; cuts; cutting; decline; lower; lowers; save; saves; saving; savings; drop; shorten
        reduction of; down by; decreasing; fall to; fall below; drop to; reduced to; decrease to
        cut to; down to; reduce to; a reduction of; decrease of; a decrease; a decrease of; a fall
        a fall of; decline of; a decline of; reduce by; reduces by; reduced by; decrease by
        decreases by; decreased by; fall by; falls by; lower by; cut by
    """,
    Tag.UNDER: "under; below; lower than",
    Tag.ONTO: "to reach; reaching; reach; bring to; brought to",
    Tag.LEFT: "fall to; fall below; drop to; reduced to; decrease to; cut to; down to; reduce to",
    Tag.TIMES: "multiply by; multiplied by; factor of; a factor of",
    Tag.DOUBLE: """
        double; doubles; doubled; doubling; twice; triple; triples; tripled; quadruple; quadruples
        two fold
    """,
    Tag.YEARLY: """
        each year; every year; yearly; annually; annual; per year; a year; per annum; in each year
        in every year; average annual
    """,
    Tag.SOME_YEARS: """
        the following years; the next years; the remaining years; subsequent years; the years after
    """,
    Tag.PART: "of which; of whom; including; among them; of these",
    Tag.WITH: "with; for",
    Tag.ATTAIN: """
        reach; reaches; reaching; achieve; achieves; attain; account for; accounts for; at
    """,
    Tag.NEXT_YEAR: "year on year",
    Tag.YEAR_BEFORE: """
        the year before; the previous year; the preceding year; last year; previous year
        the prior year
    """,
    Tag.OFTEN: """
        weekly; monthly; quarterly; daily; hourly; fortnightly; biweekly; bimonthly; biannual
        biannually; biennial; biennially; semiannual; semiannually; half yearly; twice yearly
        a month; a week; a day; per quarter; per month; every quarter; each quarter; every month
        each month; per week; every week; each week; per day; every day; each day; every other year
        every second year; every few years; every few months; periodically; twice a year
        twice each year; twice annually; once a month; once a week; once a quarter; triennially
    """,
    Tag.OFTEN_OF: """
        every; each; per; for every; once every; once in; twice every; in each; in every
        once in every
    """,
    Tag.EACH: """
        each; every; per; apiece; for every; for each; in each; in every; per capita; each of the
        everyone
    """,
    Tag.ALL: "each have; each has; all have; each with",
    Tag.AVERAGE: """
        average; an average; an average of; on average; averaging; averages; mean; a mean of
        average annual
    """,
    Tag.QUALIFIER: "average; an average; mean; average annual",
    Tag.BASELINE: """
        compared with; compared to; relative to; in comparison with; in comparison to; against
        versus; vs; than in
    """,
    Tag.NO_PERIOD: """
        now; today; present; the present; current; currently; the current; planned; target; targets
        plan; the end; end; beginning; the beginning; start; the same period; same period; average
        the average; before; month; quarter; baseline; the baseline; national; school year
        academic year; previous; the previous; preceding; last; mid
    """,
    Tag.WHOLE: "in total; altogether; over the whole period; for the whole period; cumulatively",
    Tag.SUM: "total; a total of",
    Tag.INTO: "to; into; towards; toward; for",
    Tag.PHASE: """
        period; the period; phase; the phase; the years; years; in the period; during
        during the period; in the phase; over the period; term; the term; for the period; over
        over the years
    """,
    Tag.YEAR: "the year; year",
    Tag.UNTIL: """
        by; by the end of; until; until the end of; through; by end; to the end of; up to the end of
        at the end of; as of; no later than; not later than; by late; by the year; by end of
    """,
    Tag.BEFORE: "before",
    Tag.DATE: "date; dated",
    Tag.QUARTER: "quarter",
    Tag.CLOSE_OF: """
        the end of; end of; the close of; at the end of; by the end of; to the end of; as of
        up to the end of; until the end of; end; the end
    """,
    Tag.ALONE: "alone",
    Tag.MONTH: """
        january; february; march; april; may; june; july; august; september; october; november
        december
    """,
    Tag.UNIT: """
        enterprise; enterprises; business; businesses; company; companies; firms
        small and medium enterprises; smes; cooperative; cooperatives; households; household
        experts; expert; people; persons; person; participants; participations; participation
        trainees; trainee; officials; official; workers; employees; students; models; model
        pilot models; pilot model; model enterprises; organisations; organizations; organisation
        organization; bodies; body; assessment bodies; conformity assessment bodies; certificates
        certificate; standards; standard; projects; project; products; product; courses; course
        workshops; workshop; conferences; events; event; clubs; club; communes; wards; districts
        provinces; sectors; schools; hospitals; units; unit; articles; laboratories; million dong
        billion dong; trillion dong; dong; dollars; million dollars; billion dollars; hectares
        tonnes; kilometres; times; trademarks; patents; applications; solutions; initiatives; sites
        reports; visits; visitors; farms; factories; members; classes; lessons; usd; vnd; euros
        points; ranks; us dollars; tons; metres; litres; videos; documents; services; systems; tools
    """,
    Tag.RANK: "ranks; rank",
    Tag.HEADS: "turns of",
    Tag.SCALE: ";".join(SCALES["en"]),
    Tag.MEASURE: """
        million dong; billion dong; trillion dong; dong; dollars; million dollars; billion dollars
        hectares; tonnes; kilometres; usd; vnd; euros; us dollars; tons; metres; litres
    """,
    Tag.MILLE: """
        per mille; permille; per thousand; basis points; parts per thousand; parts per million
    """,
    Tag.REST: "odd; and a half; something",
    Tag.SHORT: "hours; hour; minutes; minute; days; day; weeks; week; working days",
    Tag.LASTS: """
        years; year; months; month; years old; years of age; year olds; stars; star; quarters
    """,
    Tag.HAVING: "have; has; having; with; employing; whose",
    Tag.SHARE: "share; proportion; the share; the proportion; percentage of; the percentage; ratio",
    Tag.NOT: "not; never; no",
    Tag.POINTS: "percentage points; percentage point; points; pp",
    Tag.PERCENT: "percent; per cent",
    Tag.COUNTED: """
        enterprises; businesses; companies; cooperatives; experts; people; persons; organisations
        organizations; models; projects; products; participants; trainees; officials; workers
        certificates; households; firms; bodies
    """,
    Tag.PLACE: """
        inhabitants; residents; people; population; sectors; districts; communes; provinces
        platforms; fields
    """,
    Tag.NUMERAL: ";".join(sorted(NUMERALS["en"])),
    Tag.VAGUE: """
        some; several; many; a few; few; most; various; numerous; a number of; a majority of
        the majority of
    """,
    Tag.COUNTLESS: """
        hundreds of; thousands of; dozens of; tens of; scores of; millions of; hundreds; thousands
    """,
    Tag.FRACTION: """
        half; a half; one half; half of; a third; two thirds; one third; a quarter; three quarters
        a third of
    """,
    Tag.OUT_OF: "in; of; out of",
    Tag.OF_TOTAL: "out of; out of a total of; of a total of",
    Tag.LABEL: """
        article; clause; iso; iec; iatf; tcvn; qcvn; haccp; decision; circular; decree; resolution
        law; plan; directive; section; chapter; annex; appendix; table; form; top; covid; phase
        version; industry; level; number; no; page; apo ps; ps; apo; sa; figure; document; iso iec
        tcvn iso; target; q; stage; step; point; quarter; may; january; february; march; april; june
        july; august; september; october; november; december; rank; group
    """,
    Tag.SOFT_LABEL: """
        class; programme; grade; type; category; region; zone; task; project; model; course
    """,
    Tag.ASPIRE: """
        strive; strives; striving; aspire; aspires; endeavour; endeavours; strive to; strives to
        strive for
    """,
    Tag.FILL: """
        is; are; of; by; be; to; have; has; support; supports; supporting; train; trains; training
        reach; reaches; reaching; will; should; for; with; the; a; an; in; there; certify; achieve
        achieves; achieving; attain; help
    """,
    Tag.CLEAR: """
        have; has; reach; reaches; of; for; support; supports; train; trains; with; by; to; achieve
        is; are; at
    """,
    Tag.FOR: "for; in; among; covering",
    Tag.AND: "and; or",
    Tag.ABSTRACT: "level; degree; grade; rank; class; university; from; quality; standard",
    Tag.EXCEPT: r"""
        excluding; except; except for; not including; not counting; other than; apart from
        without counting; save for; aside from; exclusive of; excludes; not included; excluded
        excepting; leaving out
    """,
    Tag.RESPECTIVELY: "respectively; in turn; correspondingly",
    Tag.NEUTRAL: """
        but; in addition; over time; above all; at the same time; one of the; added value
        value added; one commune one product; annual report; annual reports; annual plan
        annual plans; more and more; about to; green growth; each other; growing number of
        saving energy; energy saving; less developed; under the; over the course; growth model
        monthly report; monthly reports; quarterly report; quarterly reports; weekly report
        weekly reports
    """,
}
