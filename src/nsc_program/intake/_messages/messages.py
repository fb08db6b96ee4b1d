"""Word every fault of a row, with its remedy, in both languages."""

from functools import lru_cache

from nsc_program.intake._messages.messages_of_cells import OF_CELLS
from nsc_program.intake._messages.messages_of_rows import OF_ROWS
from nsc_program.intake._messages.messages_with_detail import WITH_DETAIL
from nsc_program.intake._messages.problems import Fault
from nsc_program.values._text import Text

_MESSAGES = {**OF_CELLS, **OF_ROWS}


@lru_cache(maxsize=1024)
def message(fault: Fault, detail: Text | None = None) -> Text:
    """Return the sentence for a fault.

    Args:
        fault: the kind of fault.
        detail: more about the fault, which the sentence then includes.
    """
    if detail is None or fault not in WITH_DETAIL:
        return with_detail(_MESSAGES[fault], detail)
    sentence = WITH_DETAIL[fault]
    return Text(vi=sentence.vi.format(detail.vi), en=sentence.en.format(detail.en))


def with_detail(sentence: Text, detail: Text | None) -> Text:
    """Return a sentence, followed by a colon and the detail.

    Args:
        sentence: the sentence for a fault.
        detail: more about the fault; `None` leaves the sentence as it is.
    """
    if detail is None:
        return sentence
    return Text(vi=f"{sentence.vi}: {detail.vi}", en=f"{sentence.en}: {detail.en}")
