"""python manage.py check_supports."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from supports import records


class Command(BaseCommand):
    """List the versions that the library rejects, and what is wrong with each."""

    help = __doc__

    def handle(self, *_: Any, **__: Any) -> None:
        """Print each problem; fail if there is one."""
        found = records.loaded()
        rejected: dict[int, Any] = {row.number: row.cells for row in found.rejected}
        for problem in found.problems:
            cells = rejected[problem.row]
            where = f"{cells['id']} ({cells['recorded_on']}), {problem.column}"
            self.stdout.write(f"{where}: {problem.message.vi}")
        if rejected:
            raise CommandError(f"{len(rejected)} of {found.rows} versions are rejected")
        self.stdout.write(f"all {found.rows} versions are accepted")
