from django.apps import AppConfig


class UiConfig(AppConfig):
    name = "ondiris.web.ui"
    label = "ui"
