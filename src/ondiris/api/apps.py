from django.apps import AppConfig


class ApiConfig(AppConfig):
    name = "ondiris.api"
    label = "api"
