"""Which address leads to which page? The language stands in the address."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path
from django.views.generic import RedirectView

from ondiris.api.v1 import api

urlpatterns = [
    path("", RedirectView.as_view(pattern_name="home")),
    path("api/v1/", api.urls),
    path("open-data/", include("ondiris.web.open.contracts.ocds_urls")),
    *i18n_patterns(
        path("", include("ondiris.web.open.urls")),
        path("cabinet/", include("ondiris.web.cabinet.urls")),
        path("desk/", include("ondiris.web.desk.urls")),
        prefix_default_language=True,
    ),
]
handler400 = "ondiris.web.trouble.bad_request"
handler404 = "ondiris.web.trouble.not_found"
