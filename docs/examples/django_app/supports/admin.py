"""What an officer looks at and settles."""

from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.options import BaseModelAdmin
from django.db.models import QuerySet
from django.http import HttpRequest

from supports import records
from supports.models import Claim, RejectedRow, StoredEvaluation, Support, Version, today


class ReadOnly(BaseModelAdmin):
    """Rows that nobody writes here."""

    def has_add_permission(self, *_: Any) -> bool:
        """Refuse."""
        return False

    def has_change_permission(self, *_: Any) -> bool:
        """Refuse."""
        return False

    def has_delete_permission(self, *_: Any) -> bool:
        """Refuse."""
        return False


class VersionInline(ReadOnly, admin.TabularInline):
    """The versions of a support."""

    model = Version
    ordering = ("-recorded_on",)


@admin.register(Support)
class SupportAdmin(ReadOnly, admin.ModelAdmin):
    """Supports with all their versions; “view on site” leads to the form that corrects one."""

    list_display = ("record_id", "enterprise")
    search_fields = ("record_id", "enterprise")
    inlines = (VersionInline,)


@admin.register(Claim)
class ClaimAdmin(admin.ModelAdmin):
    """Claims of completeness: made today, and withdrawn by deleting them."""

    list_display = ("first_day", "last_day", "claimed_on")

    def has_change_permission(self, *_: Any) -> bool:
        """Refuse: a claim is made or withdrawn."""
        return False


@admin.register(RejectedRow)
class RejectedRowAdmin(ReadOnly, admin.ModelAdmin):
    """Rejected rows, until somebody finds that they were not a support, or are held by another."""

    list_display = ("record_id", "received_on", "settled_on", "problems")
    list_filter = (("settled_on", admin.EmptyFieldListFilter),)
    actions = ("settle",)

    def has_settle_permission(self, request: HttpRequest) -> bool:
        """Allow those who may change rejected rows."""
        return request.user.has_perm("supports.change_rejectedrow")

    @admin.action(
        description="Đã giải quyết: không phải là hỗ trợ, hoặc đã ghi ở hồ sơ khác",
        permissions=["settle"],
    )
    def settle(self, request: HttpRequest, rows: QuerySet[RejectedRow]) -> None:
        """Settle the rows that were chosen."""
        messages.success(request, f"Đã giải quyết {records.settle(rows, today())} dòng.")


@admin.register(StoredEvaluation)
class StoredEvaluationAdmin(ReadOnly, admin.ModelAdmin):
    """Evaluations that were stored; “view on site” verifies one and shows it."""

    list_display = ("as_of", "stored_at", "digest")
    fields = ("as_of", "stored_at", "digest", "library")
