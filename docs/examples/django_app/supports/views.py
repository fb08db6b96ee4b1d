"""The pages: supports in, verdicts and reports out."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import cache_control

import nsc_program as nsc
from nsc_program.report import html_fragment, report, to_html
from nsc_program.serialization import to_json
from supports import records
from supports.forms import AsOfForm, SupportForm
from supports.models import RejectedRow, StoredEvaluation, Support, today

# --- supports in ---


@permission_required(["supports.add_version", "supports.change_support"], raise_exception=True)
def support_form(request: HttpRequest, number: int | None = None) -> HttpResponse:
    """Show the form of a new support, or of the support of a number, and write what is sent."""
    support = get_object_or_404(Support, pk=number) if number else Support()
    form = SupportForm(support, request.POST if request.method == "POST" else None)
    if form.is_bound and form.save(today()):
        messages.success(request, f"Đã ghi hồ sơ {support}.")
        return redirect("verdicts")
    status = 422 if form.is_bound else 200
    return render(request, "supports/support.html", {"form": form}, status=status)


# --- verdicts and reports out ---


def day_asked(request: HttpRequest) -> date:
    """Return the day that a page is asked for, or today."""
    form = AsOfForm(request.GET)
    if not form.is_valid():
        raise BadRequest(form.errors.as_text())
    asked: date = form.cleaned_data["as_of"]
    return asked


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001
    """Answer 400, and say why."""
    why = str(exception) if isinstance(exception, BadRequest) else ""
    return HttpResponse(why, status=400, content_type="text/plain; charset=utf-8")


def verdicts(request: HttpRequest) -> HttpResponse:
    """Show the verdicts as of a day."""
    as_of = day_asked(request)
    more = {
        "form": AsOfForm(initial={"as_of": as_of}),
        "as_of": as_of,
        "rejected": RejectedRow.objects.filter(settled_on=None).count(),
        "kept": StoredEvaluation.objects.order_by("-stored_at")[:10],
    }
    return page(request, records.evaluation(as_of), more)


def stored(request: HttpRequest, number: int) -> HttpResponse:
    """Show an evaluation that was stored, once it is verified."""
    found = get_object_or_404(StoredEvaluation, pk=number)
    try:
        return page(request, records.verified(found), {"stored": found})
    except nsc.NscError as error:
        return HttpResponse(f"Bản lưu đã bị sửa đổi: {error.in_('vi')}", status=500)


def page(request: HttpRequest, made: nsc.Evaluation, more: dict[str, Any]) -> HttpResponse:
    """Show an evaluation. No text in the fragment of the library can become markup."""
    shown = {"verdicts": html_fragment(made, "vi"), **more}
    return render(request, "supports/verdicts.html", shown)


@cache_control(private=True, no_cache=True)
def evaluation_json(request: HttpRequest) -> HttpResponse:
    """Return the evaluation as of a day as a document of the library."""
    document = to_json(records.evaluation(day_asked(request)))
    return HttpResponse(document, content_type="application/json")


def report_page(request: HttpRequest) -> HttpResponse:
    """Return the report on the year of a day, up to that day."""
    as_of = day_asked(request)
    year = nsc.Period.of_years(as_of.year, as_of.year)
    try:
        made = report(nsc.HANOI, records.register(), as_of=as_of, period=year)
    except nsc.InvalidValue as error:  # a year before the plan
        raise BadRequest(error.in_("vi")) from None
    return HttpResponse(to_html(made, "vi"))
