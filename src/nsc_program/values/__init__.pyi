from nsc_program.values._numbers import exact as exact
from nsc_program.values._period_names import read_period as read_period
from nsc_program.values._periods import Period as Period
from nsc_program.values._plain_periods import period_name as period_name
from nsc_program.values._ranges import Range as Range
from nsc_program.values._reconcile import reconcile as reconcile
from nsc_program.values._text import Lang as Lang
from nsc_program.values._text import Text as Text
