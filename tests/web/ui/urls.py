"""Addresses that the components lead to, with nothing behind them."""

from django.http import HttpResponse
from django.urls import include, path

law = ([path("en/law/<str:provision>/", lambda request, provision: HttpResponse(provision), name="provision")], "law")
urlpatterns = [path("", include(law))]
