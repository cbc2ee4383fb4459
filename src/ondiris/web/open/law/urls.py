"""The pages of the law."""

from django.urls import path, register_converter

from ondiris.law.provisions.ids import ProvisionId
from ondiris.web.open.law import acts, articles, bodies, coverage, difference, instruments, provision, search


class ProvisionConverter:
    """The id of a provision, as 25.5:1 or 13.5.10-1, in an address; what is none leads nowhere."""

    regex = "[0-9][0-9p.:-]*"

    def to_python(self, value: str) -> ProvisionId:
        return ProvisionId.parse(value)

    def to_url(self, value: ProvisionId | str) -> str:
        return str(value)


register_converter(ProvisionConverter, "provision")

app_name = "law"
urlpatterns = [
    path("", articles.articles, name="articles"),
    path("day/", articles.day, name="day"),
    path("acts/", acts.acts, name="acts"),
    path("difference/", difference.between, name="difference"),
    path("coverage/", coverage.covered, name="coverage"),
    path("coverage/coverage.csv", coverage.as_csv, name="coverage-csv"),
    path("coverage/coverage.json", coverage.as_json, name="coverage-json"),
    path("bodies/", bodies.bodies_page, name="bodies"),
    path("bodies/<slug:slug>/", bodies.body, name="body"),
    path("instruments/", instruments.instruments_page, name="instruments"),
    path("instruments/<slug:key>/", instruments.instrument, name="instrument"),
    path("search/", search.search, name="search"),
    path("<provision:unit>/", provision.provision, name="provision"),
]
