"""python manage.py evaluate --as-of 2025-12-31."""

from argparse import ArgumentParser
from datetime import date
from typing import Any

from django.core.management.base import BaseCommand, CommandError

import nsc_program as nsc
from nsc_program.report import label
from supports import records
from supports.models import StoredEvaluation, today


class Command(BaseCommand):
    """Evaluate the plan as of a day, store the evaluation, reread it and verify it."""

    help = __doc__

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Add the day of judgement."""
        parser.add_argument("--as-of", type=date.fromisoformat, help="a day; today if left out")

    def handle(self, *_: Any, **options: Any) -> None:
        """Store and verify; print each verdict, and the digest under which they are stored."""
        as_of = options["as_of"] or today()
        if as_of > today():
            raise CommandError(f"{as_of} is in the future")
        number = records.store(records.evaluation(as_of)).pk
        reread = StoredEvaluation.objects.get(pk=number)
        try:
            verdicts = records.verified(reread).verdicts
        except nsc.NscError as error:
            raise CommandError(f"what is stored was altered: {error}") from None
        for verdict in verdicts:
            self.stdout.write(f"{verdict.target.id}: {label(verdict.status).vi}")
        self.stdout.write(f"stored and verified: {reread.digest}")
