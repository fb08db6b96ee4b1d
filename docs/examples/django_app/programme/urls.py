"""The addresses of the app."""

from django.contrib import admin
from django.urls import path
from supports import views

urlpatterns = [
    path("", views.verdicts, name="verdicts"),
    path("evaluation.json", views.evaluation_json, name="evaluation-json"),
    path("report", views.report_page, name="report"),
    path("evaluations/<int:number>/", views.stored, name="stored"),
    path("supports/add/", views.support_form, name="add-support"),
    path("supports/<int:number>/", views.support_form, name="support"),
    path("admin/", admin.site.urls),
]
handler400 = "supports.views.bad_request"
