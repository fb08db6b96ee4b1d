"""What may be claimed of a file: nothing of days to come, and no beginning without an end."""

from datetime import date

from nsc_program.cli._words import refusal


def refuse_claims(begins: date | None, ends: date | None, recorded_on: date | None) -> None:
    """Refuse a claim that begins and does not end, or ends after the day on which the rows were recorded.

    Raises:
        InvalidValue: for such a claim.
    """
    if begins is not None and ends is None:
        raise refusal(
            "open-claim",
            "--complete-from cần đi cùng --complete-through, ngày cuối mà tệp có đầy đủ số liệu",
            "--complete-from needs --complete-through, the last day of which the file holds everything",
        )
    if ends is not None and recorded_on is not None and ends > recorded_on:
        raise refusal(
            "claim-of-the-future",
            f"--complete-through {ends} sau ngày ghi nhận {recorded_on}: chưa ai biết những ngày sau đó; hãy ghi một "
            "ngày không muộn hơn --recorded-on",
            f"--complete-through {ends} is after {recorded_on}, when the rows were recorded: they cannot cover the "
            "days after it; give a day that is not after --recorded-on",
        )
