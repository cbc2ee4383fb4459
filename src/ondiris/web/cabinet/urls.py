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
    purchases,
    reporting,
    sections,
    signing,
    submitting,
)
from ondiris.web.cabinet.planning import answer as line_answer
from ondiris.web.cabinet.planning import interests
from ondiris.web.cabinet.planning import line as goods_line
from ondiris.web.cabinet.planning import lines as goods_lines
from ondiris.web.showing.people import people_paths
from ondiris.web.showing.purchases import PURCHASES
from ondiris.web.showing.taken_files import file_paths

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
    path("", include("ondiris.web.cabinet.contract.urls")),
    path("claims/<slug:number>/", money.claim, name="claim"),
    path("planning/", goods_lines.lines, name="lines"),
    path("planning/interests/", interests.interests, name="interests"),
    path("planning/interests/<slug:number>/", interests.interest, name="interest"),
    path("planning/<slug:number>/", goods_line.line, name="line"),
    path("planning/<slug:number>/agree/", line_answer.agree_page, name="agree-line"),
    path("planning/<slug:number>/decline/", line_answer.decline_page, name="decline-line"),
    path("documents/<slug:number>/", documents.document, name="document"),
    path("purchases/", purchases.purchases, name="purchases"),
    path("purchases/", include(file_paths(PURCHASES, for_enterprises))),
    path("ownership/", ownership.ownership, name="ownership"),
    path("people/", include(people_paths(for_enterprises))),
]
