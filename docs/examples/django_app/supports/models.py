"""The tables. No row that they accept can make every evaluation fail."""

from collections.abc import Iterable
from datetime import date

from django.db import models
from django.db.models import CheckConstraint, F, Q, UniqueConstraint
from django.urls import reverse
from django.utils import timezone

import nsc_program as nsc

MOST = 10**18


def today() -> date:
    """Return today's date in Hanoi, whichever time zone a request has activated."""
    return timezone.localdate(timezone=timezone.get_default_timezone())


def a_day(column: str) -> CheckConstraint:
    """Accept the days that Python knows: PostgreSQL also has 'infinity' and days BC."""
    days = Q(**{f"{column}__range": (date.min, date.max)})
    return CheckConstraint(condition=days, name=f"{column}_is_a_day")


def one_of(column: str, values: Iterable[str]) -> CheckConstraint:
    """Accept the members of a closed list."""
    listed = Q(**{f"{column}__in": [str(value) for value in values]})
    return CheckConstraint(condition=listed, name=f"{column}_is_known")


def between(column: str, low: int, high: int) -> CheckConstraint:
    """Accept the numbers from `low` to `high`."""
    return CheckConstraint(condition=Q(**{f"{column}__range": (low, high)}), name=f"{column}_fits")


class Support(models.Model):
    """A support: its id and its enterprise, which all of its versions share."""

    record_id = models.CharField("mã hồ sơ", max_length=200, unique=True)
    enterprise = models.CharField("mã số doanh nghiệp", max_length=200)

    class Meta:
        verbose_name = verbose_name_plural = "lượt hỗ trợ"

    def __str__(self) -> str:
        """Return the id."""
        return self.record_id

    def get_absolute_url(self) -> str:
        """Return the address of the form that corrects it."""
        return reverse("support", args=[self.pk])


class Version(models.Model):
    """A version of a support; that of the last day of entry counts, and no version is changed."""

    support = models.ForeignKey(Support, models.PROTECT, related_name="versions")
    recorded_on = models.DateField("ngày ghi nhận")
    annulled = models.BooleanField("đã hủy")
    verified = models.BooleanField("đã xác minh")
    document = models.TextField("văn bản", null=True)
    kind = models.CharField("loại hình", max_length=20)
    started_on = models.DateField("ngày bắt đầu")
    completed_on = models.DateField("ngày hoàn thành", null=True)
    level = models.CharField("cấp", max_length=20)
    locality = models.CharField("địa bàn", max_length=200, null=True)
    vnd_of_the_state = models.BigIntegerField("ngân sách nhà nước", null=True)
    vnd_of_others = models.BigIntegerField("nguồn khác", null=True)
    spending_year = models.IntegerField("năm ngân sách", null=True)

    class Meta:
        verbose_name = verbose_name_plural = "phiên bản"
        constraints = [
            UniqueConstraint(fields=["support", "recorded_on"], name="one_version_a_day"),
            a_day("recorded_on"),
            a_day("started_on"),
            a_day("completed_on"),
            CheckConstraint(
                condition=Q(completed_on__gte=F("started_on")), name="ends_after_it_starts"
            ),
            one_of("kind", nsc.EnterpriseKind),
            one_of("level", nsc.Level),
            between("vnd_of_the_state", 0, MOST),
            between("vnd_of_others", 0, MOST),
            between("spending_year", 1900, 2100),
        ]

    def __str__(self) -> str:
        """Return the day of entry."""
        return str(self.recorded_on)


class Claim(models.Model):
    """A claim that the supports are complete for a period, which closes figures."""

    first_day = models.DateField("từ ngày", null=True, blank=True, help_text="trống: từ đầu")
    last_day = models.DateField("đến hết ngày")
    claimed_on = models.DateField("ngày xác nhận", default=today, editable=False)

    class Meta:
        verbose_name = verbose_name_plural = "xác nhận số liệu đầy đủ"
        constraints = [
            a_day("first_day"),
            a_day("last_day"),
            a_day("claimed_on"),
            CheckConstraint(
                condition=Q(last_day__gte=F("first_day")),
                name="claim_ends_after_it_starts",
                violation_error_message="Ngày cuối sớm hơn ngày đầu; hãy sửa lại ngày ghi sai.",
            ),
        ]

    def __str__(self) -> str:
        """Return the last day."""
        return str(self.last_day)


class RejectedRow(models.Model):
    """What was sent and could not be accepted. It may be one more support, so it widens figures."""

    entry = models.UUIDField(primary_key=True)  # the form that was sent
    record_id = models.TextField("mã hồ sơ", null=True)  # null if it cannot be read
    received_on = models.DateField("ngày nhận")
    settled_on = models.DateField("ngày giải quyết", null=True)
    sent = models.TextField("nội dung đã gửi")  # jsonb cannot hold everything that JSON can
    problems = models.TextField("lý do")

    class Meta:
        verbose_name = verbose_name_plural = "dòng chưa tiếp nhận được"
        constraints = [a_day("received_on"), a_day("settled_on")]

    def __str__(self) -> str:
        """Return the id, if it could be read."""
        return self.record_id or str(self.entry)


class StoredEvaluation(models.Model):
    """An evaluation that was given out, with everything that it rests on."""

    digest = models.CharField(max_length=100)
    library = models.CharField(max_length=50)  # another version may decide otherwise
    as_of = models.DateField("đánh giá đến hết ngày")
    stored_at = models.DateTimeField("lưu lúc", auto_now_add=True)
    program = models.JSONField()
    figures = models.JSONField()
    evaluation = models.JSONField()

    class Meta:
        verbose_name = verbose_name_plural = "kết quả đánh giá đã lưu"
        constraints = [UniqueConstraint(fields=["digest", "library"], name="stored_once")]

    def __str__(self) -> str:
        """Return the day of judgement and the digest."""
        return f"{self.as_of} {self.digest}"

    def get_absolute_url(self) -> str:
        """Return the address of the page that shows it."""
        return reverse("stored", args=[self.pk])
