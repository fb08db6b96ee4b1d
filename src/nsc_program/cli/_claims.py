"""Check the claim of completeness that the options of `intake` make."""

from datetime import date

from nsc_program.cli._words import refusal


def refuse_claims(begins: date | None, ends: date | None, recorded_on: date | None) -> None:
    """Refuse a claim without a last day, or one that ends after the rows were recorded.

    Args:
        begins: the first day of the claim; `None` if it has no first day.
        ends: the last day of the claim; `None` if nothing is claimed.
        recorded_on: the day on which the rows were recorded; `None` if it is unknown.

    Raises:
        InvalidValue: for such a claim.
    """
    if begins is not None and ends is None:
        raise refusal(
            "open-claim",
            "--complete-from cần đi cùng --complete-through, ngày cuối mà tệp có đầy đủ số liệu",
            "--complete-from needs --complete-through, the last day for which the file is complete",
        )
    if ends is not None and recorded_on is not None:
        _refuse_future(ends, recorded_on)


def _refuse_future(ends: date, recorded_on: date) -> None:
    """Refuse a claim that ends after the rows were recorded."""
    if ends > recorded_on:
        raise refusal(
            "claim-of-the-future",
            f"--complete-through {ends} sau ngày ghi nhận {recorded_on}: chưa ai biết những ngày "
            "sau đó; hãy ghi một ngày không muộn hơn --recorded-on",
            f"--complete-through {ends} is after {recorded_on}, when the rows were recorded: they "
            "cannot be complete for the days after it; give a day that is not after --recorded-on",
        )
