"""Run the command as `python -m nsc_program`."""

import sys

from nsc_program.cli import main

sys.exit(main())
