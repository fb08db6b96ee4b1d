"""The command `template`: a workbook to fill in, which the command `intake` takes."""

from attrs import evolve

from nsc_program.cli._exit_codes import OK
from nsc_program.cli._files import replacing
from nsc_program.cli._grammar import Command, Done, Options
from nsc_program.cli._intake_options import KIND, workbook
from nsc_program.cli._options import OUTPUT
from nsc_program.errors import Message
from nsc_program.report._office.template import write_template

_OUTPUT = evolve(
    OUTPUT,
    shown=Message("MẪU.xlsx", "FORM.xlsx"),
    help=Message("ghi mẫu ra tệp này", "write the form to this file"),
    take=workbook,
)


def _template(options: Options) -> Done:
    """Write the workbook to fill in."""
    with replacing(options.output) as part, part.open("wb") as file:
        write_template(options.kind, file)
    return OK, []


COMMANDS = (
    Command(
        name="template",
        summary=Message("lập mẫu danh sách để điền", "write a workbook to fill in"),
        about=Message(
            "Lập tệp .xlsx để điền danh sách một loại hồ sơ: có sẵn tiêu đề cột, danh sách để chọn "
            "và ô ngày. Lệnh “intake” tiếp nhận được tệp đã điền.",
            "Write a workbook to fill in with the records of one class: it has headings in "
            "Vietnamese, lists to choose from and cells for days. The command “intake” takes the "
            "filled workbook.",
        ),
        parameters=(KIND, _OUTPUT),
        examples=(
            (
                "template support -o mau.xlsx",
                Message("mẫu danh sách hỗ trợ", "a form for the list of supports"),
            ),
        ),
        run=_template,
    ),
)
