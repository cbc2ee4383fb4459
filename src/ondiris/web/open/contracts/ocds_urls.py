"""The addresses of the open data of contracts; they have no language."""

from django.urls import path

from ondiris.web.open.contracts import ocds

urlpatterns = [
    path("contracts/releases.json", ocds.releases, name="ocds-releases"),
    path("contracts/records.json", ocds.records, name="ocds-records"),
    path("extension/<path:name>", ocds.extension, name="ocds-extension"),
]
