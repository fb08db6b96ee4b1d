"""The command `secret`: a new secret, from which `intake` makes the keys of people."""

import secrets

from attrs import evolve

from nsc_program.cli._exit_codes import OK
from nsc_program.cli._files import output_file, write_secret
from nsc_program.cli._grammar import Command, Done, Options
from nsc_program.cli._options import OUTPUT
from nsc_program.errors import Message

_BYTES = 32
_OUTPUT = evolve(
    OUTPUT,
    shown=Message("KHÓA.hex", "SECRET.hex"),
    help=Message(
        "ghi khóa ra tệp mới này; chỉ chủ tệp đọc được",
        "write the secret to this new file, which only its owner may read",
    ),
    take=output_file,
)


def _secret(options: Options) -> Done:
    """Draw a secret, and write it in hexadecimal digits."""
    write_secret(options.output, f"{secrets.token_hex(_BYTES)}\n")
    return OK, []


COMMANDS = (
    Command(
        name="secret",
        summary=Message("tạo khóa bí mật", "draw a secret for pseudonyms"),
        about=Message(
            "Tạo khóa bí mật ngẫu nhiên để “intake --secret” thay số định danh cá nhân bằng mã. "
            "Tạo một lần, dùng chung cho mọi danh sách và giữ kín: ai có khóa có thể dò ra người; "
            "mất khóa thì mã mới không khớp mã cũ. Tệp đã có không bao giờ bị ghi đè.",
            "Draw a random secret, with which “intake --secret” replaces people's identity numbers "
            "by pseudonyms. Draw it once, use it for all lists and keep it safe: whoever has it "
            "can find people by trying numbers, and without it new keys do not match old ones. An "
            "existing file is never replaced.",
        ),
        parameters=(_OUTPUT,),
        examples=(
            ("secret -o secret.hex", Message("tạo khóa trong tệp mới", "draw one in a new file")),
        ),
        run=_secret,
    ),
)
