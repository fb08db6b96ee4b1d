"""The name of the app in the admin."""

from django.apps import AppConfig


class SupportsConfig(AppConfig):
    """Supports of enterprises."""

    name = "supports"
    verbose_name = "Hỗ trợ doanh nghiệp"
