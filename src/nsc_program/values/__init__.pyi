from nsc_program.values._numbers import exact as exact
from nsc_program.values._periods import Period as Period
from nsc_program.values._ranges import Range as Range
from nsc_program.values._ranges import reconcile as reconcile
from nsc_program.values._text import Lang as Lang
from nsc_program.values._text import Text as Text
