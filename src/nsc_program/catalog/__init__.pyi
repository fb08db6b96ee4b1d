from nsc_program.catalog._indicators import INDICATORS as INDICATORS
from nsc_program.catalog._plans import PLANS as PLANS
from nsc_program.catalog.hanoi import HANOI as HANOI
from nsc_program.catalog.national import DECISION_1322 as DECISION_1322
from nsc_program.catalog.national import NATIONAL as NATIONAL
from nsc_program.catalog.press import ARTICLE as ARTICLE
from nsc_program.catalog.press import BAOMOI as BAOMOI
from nsc_program.catalog.press import KINHTEVADUBAO as KINHTEVADUBAO
