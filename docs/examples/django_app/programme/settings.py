"""Settings: SQLite beside manage.py, or the database of DATABASE_URL."""

import os
from pathlib import Path

import dj_database_url

FOLDER = Path(__file__).resolve().parents[1]

# Without a key of its own the app only runs for trying it out, on this machine.
DEBUG = "SECRET_KEY" not in os.environ
SECRET_KEY = os.environ.get("SECRET_KEY", "for-trying-it-out-only")
ALLOWED_HOSTS = os.environ.get("ALLOWED_HOSTS", "").split()

DATABASES = {"default": dj_database_url.config(default=f"sqlite:///{FOLDER / 'db.sqlite3'}")}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

USE_TZ = True
TIME_ZONE = "Asia/Ho_Chi_Minh"  # decides which day is today
LANGUAGE_CODE = "vi"
# Django knows no Vietnamese forms of dates, and would take 03/04/2025 for the 4th of March.
DATE_INPUT_FORMATS = ["%d/%m/%Y", "%Y-%m-%d"]

INSTALLED_APPS = [
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "supports",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.http.ConditionalGetMiddleware",  # 304 for what a client has already
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ]
        },
    }
]
ROOT_URLCONF = "programme.urls"
LOGIN_URL = "admin:login"
STATIC_URL = "static/"
