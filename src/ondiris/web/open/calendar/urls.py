"""The pages and feeds of the law's deadlines."""

from django.urls import path

from ondiris.web.open.calendar import bodies, feed, law

urlpatterns = [
    path("", law.law, name="calendar"),
    path("bodies/", bodies.bodies, name="punctuality"),
    path("bodies/<slug:number>/", bodies.body, name="body-duties"),
    path("bodies/<slug:number>.ics", feed.feed, name="calendar-feed"),
]
