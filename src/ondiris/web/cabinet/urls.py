"""The pages of the cabinet."""

from django.urls import include, path

from ondiris.web.acting import for_enterprises
from ondiris.web.cabinet import (
    agreement,
    answering,
    application,
    begin,
    documents,
    home,
    lists,
    money,
    ownership,
    reporting,
    sections,
    signing,
    submitting,
)
from ondiris.web.showing.people import people_paths

app_name = "cabinet"
urlpatterns = [
    path("", home.home, name="home"),
    path("begin/", begin.begin, name="begin"),
    path("applications/", lists.applications, name="applications"),
    path("applications/<slug:number>/", application.application, name="application"),
    path("applications/<slug:number>/documents/", documents.documents, name="documents"),
    path("applications/<slug:number>/check/", submitting.check, name="check"),
    path("applications/<slug:number>/answer/", answering.answer, name="answer"),
    path("applications/<slug:number>/withdraw/", submitting.withdraw, name="withdraw"),
    path("applications/<slug:number>/<slug:section>/", sections.section, name="section"),
    path("agreements/", lists.agreements, name="agreements"),
    path("agreements/<slug:number>/", agreement.agreement, name="agreement"),
    path("agreements/<slug:number>/sign/", signing.accept, name="accept"),
    path("agreements/<slug:number>/due/", money.due, name="due"),
    path("agreements/<slug:number>/due/pdf/", money.due_file, name="due-file"),
    path("agreements/<slug:number>/reports/<int:year>/", reporting.report, name="report"),
    path("claims/<slug:number>/", money.claim, name="claim"),
    path("documents/<slug:number>/", documents.document, name="document"),
    path("ownership/", ownership.ownership, name="ownership"),
    path("people/", include(people_paths(for_enterprises))),
]
