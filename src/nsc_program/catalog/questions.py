"""Open questions that several plans share, and the choices of indicators that depend on them.

Each plan adds the citations of its own words.
"""

from nsc_program.catalog._ways import SOLUTIONS, ways
from nsc_program.plan._questions import Answer, Question
from nsc_program.plan._targets import Choice
from nsc_program.values._text import Text

SUPPORT_EVENT_QUESTION = Question(
    id="support-event",
    phrase=Text(vi="việc hỗ trợ được tính tại thời điểm nào", en="which event counts a support"),
    answers=(
        Answer(
            value="completion",
            label=Text(vi="chỉ tính hỗ trợ đã hoàn thành", en="a support counts once completed"),
        ),
        Answer(
            value="start",
            label=Text(vi="tính hỗ trợ từ khi bắt đầu", en="a support counts from its start"),
        ),
    ),
)

COOPERATIVES_QUESTION = Question(
    id="cooperatives",
    phrase=Text(
        vi="hợp tác xã có được tính là doanh nghiệp không", en="are co-operatives enterprises"
    ),
    answers=(
        Answer(value="no", label=Text(vi="không tính hợp tác xã", en="co-operatives do not count")),
        Answer(value="yes", label=Text(vi="tính cả hợp tác xã", en="co-operatives count")),
    ),
)

SOLUTIONS_QUESTION = Question(
    id="solutions",
    phrase=Text(
        vi="mô hình điểm “áp dụng đồng bộ” phải áp dụng bao nhiêu nhóm giải pháp",
        en="how many groups of solutions does a model (“áp dụng đồng bộ”) take",
    ),
    answers=(
        Answer(
            value="recognised",
            label=Text(
                vi="mô hình điểm chỉ cần được công nhận", en="a model counts once recognised"
            ),
        ),
        Answer(
            value="several",
            label=Text(
                vi="mô hình điểm có từ hai nhóm giải pháp",
                en="a model has at least two groups of solutions",
            ),
        ),
        Answer(
            value="all-four",
            label=Text(
                vi="mô hình điểm có đủ bốn nhóm giải pháp",
                en="a model has all four groups of solutions",
            ),
        ),
    ),
)

EXPERT_LEVELS_QUESTION = Question(
    id="expert-levels",
    phrase=Text(
        vi="“khu vực và quốc tế” là một hay cả hai", en="“khu vực và quốc tế”: either level or both"
    ),
    answers=(
        Answer(
            value="either",
            label=Text(vi="một trong hai trình độ là đủ", en="either level is enough"),
        ),
        Answer(value="both", label=Text(vi="phải có cả hai trình độ", en="both levels are needed")),
    ),
)

EXPERTS_BY_LEVEL = Choice(
    ("expert-levels",), ((("either",), "experts/either-level"), (("both",), "experts/both-levels"))
)
MODELS_FOR_THE_NATION = Choice(("solutions",), ways("models/nation", SOLUTIONS).items())
