from django.apps import AppConfig


class ProjectConfig(AppConfig):
    name = "ondiris.project"
    label = "project"
