"""The form of a support, and the day that a page is asked for."""

import json
import re
from collections.abc import Mapping
from datetime import date
from typing import Any, ClassVar
from uuid import uuid4

from django import forms
from django.db import IntegrityError
from django.http import QueryDict
from django.utils.text import capfirst

import nsc_program as nsc
from nsc_program.intake.typed import load_one
from nsc_program.report import label
from supports import records
from supports.models import Support, today

# --- problems at their fields ---


class RecordForm(forms.Form):
    """A form whose fields become one record, with the library's problems at the fields.

    Attributes:
        record: the class of the record.
        renamed: the names that the library has for fields, where they differ.
        beside: the fields that are not those of the record.
    """

    record: ClassVar[type[Any]]
    renamed: ClassVar[Mapping[str, str]] = {}
    beside: ClassVar[tuple[str, ...]] = ()

    def clean(self) -> dict[str, Any]:
        """Let the library look at all fields together."""
        places = {self.renamed.get(name, name): name for name in self.fields}
        wrong = {*self.errors}  # Django has told what is wrong with these
        try:
            load_one(self.record, self.cells())
        except nsc.InvalidValue as error:
            for problem in error.problems:
                name = places.get(problem.place)
                if name not in wrong:
                    self.add_error(name, capfirst(problem.message.vi))
        return self.cleaned_data

    def cells(self) -> dict[str, Any]:
        """Return the fields under the names that the library has for them."""
        cells = self.cleaned_data.items()
        return {
            self.renamed.get(name, name): cell for name, cell in cells if name not in self.beside
        }


# --- the form of a support ---


UNKNOWN = "Để trống nếu chưa biết; ghi 0 nếu không có."


class Dong(forms.IntegerField):
    """Whole đồng, in digits only. An `IntegerField` would take 90.000 for 90."""

    default_error_messages = {"invalid": "Chỉ ghi các chữ số liền nhau, như 90000000."}
    re_decimal = re.compile("(?!)")
    widget = forms.TextInput(attrs={"inputmode": "numeric"})


class Day(forms.DateField):
    """A day as text: an input of the type `date` follows the language of the browser."""

    widget = forms.DateInput(attrs={"placeholder": "31/12/2025"})


def named(field: str) -> str:
    """Return the label of a field."""
    return capfirst(nsc.Support.LABELS[field].vi)


def choices(kind: type[nsc.EnterpriseKind | nsc.Level]) -> list[tuple[str, str]]:
    """Return the members of a closed list with their labels."""
    return [(member.value, capfirst(label(member).vi)) for member in kind]


class SupportForm(RecordForm):
    """The form in which an officer enters a support, or corrects one."""

    record = nsc.Support
    renamed = {column: name for name, column in records.MONEY.items()}
    beside = ("entry",)

    entry = forms.UUIDField(initial=uuid4, widget=forms.HiddenInput)
    id = forms.CharField(label=named("id"))
    enterprise = forms.CharField(label=named("enterprise"))
    kind = forms.ChoiceField(label=named("kind"), choices=choices(nsc.EnterpriseKind))
    started_on = Day(label=named("started_on"))
    completed_on = Day(label=named("completed_on"), required=False)
    level = forms.ChoiceField(label=named("level"), choices=choices(nsc.Level))
    locality = forms.CharField(label=named("locality"), required=False, empty_value=None)
    vnd_of_the_state = Dong(label="Ngân sách nhà nước (đồng)", required=False, help_text=UNKNOWN)
    vnd_of_others = Dong(label="Nguồn hợp pháp khác (đồng)", required=False, help_text=UNKNOWN)
    spending_year = forms.IntegerField(label=named("spending_year"), required=False)
    document = forms.CharField(label=named("document"), required=False, empty_value=None)
    verified = forms.BooleanField(label=named("verified"), required=False, initial=True)
    annulled = forms.BooleanField(label=named("annulled"), required=False)

    def __init__(self, support: Support, data: QueryDict | None = None) -> None:
        """Show the latest version of a support, or the empty form of a new one."""
        is_new = support.pk is None
        super().__init__(data, initial=None if is_new else records.latest(support))
        self.fields["id"].disabled = not is_new
        self.support = support

    def save(self, day: date) -> bool:
        """Write the support, or keep what was refused; return whether it is written."""
        if self.is_valid() and self._is_written(day):
            return True
        sent = json.dumps({name: self.data[name] for name in self.fields if name in self.data})
        problems = json.dumps(self.errors.get_json_data())
        entry, record_id = self.cleaned_data.get("entry") or uuid4(), self.cleaned_data.get("id")
        records.reject(entry, record_id, sent, problems, day)
        return False

    def _is_written(self, day: date) -> bool:
        """Write the support, unless its id was given to another support."""
        cells, entry = self.cells(), self.cleaned_data["entry"]
        try:
            records.write(self.support, cells, entry, day)
        except IntegrityError:
            if not records.is_written(cells, day):
                self.add_error("id", "Mã hồ sơ này đã có; hãy sửa hồ sơ đó, hoặc dùng mã khác.")
                return False
            records.settle(records.rejected_about(cells, entry), day)  # it was sent twice
        return True


class AsOfForm(forms.Form):
    """The day that a page is asked for: today if none is given, and never a later day."""

    as_of = Day(label="Đánh giá đến hết ngày", required=False)

    def clean_as_of(self) -> date:
        """Return the day."""
        asked: date = self.cleaned_data["as_of"] or today()
        if asked > today():
            raise forms.ValidationError("Ngày này chưa đến.")
        return asked
