from django.apps import AppConfig


class WebConfig(AppConfig):
    name = "ondiris.web"
    label = "web"
