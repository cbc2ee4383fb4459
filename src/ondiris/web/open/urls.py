"""The pages that everybody may see."""

from django.urls import include, path

from ondiris.web.open import check, enterprises, entrance, home, lists, measures

urlpatterns = [
    path("", home.home, name="home"),
    path("measures/", measures.measures, name="measures"),
    path("measures/<slug:name>/", measures.one, name="measure"),
    path("measures/<slug:name>/check/", check.check, name="check"),
    path("lists/", lists.lists, name="lists"),
    path("lists/<slug:code>/changes/", lists.between, name="list-changes"),
    path("lists/<slug:code>/<str:number>/", lists.edition, name="list-edition"),
    path("enterprises/", enterprises.enterprises, name="enterprises"),
    path("law/", include("ondiris.web.open.law.urls")),
    path("sign-in/", entrance.sign_in, name="sign-in"),
    path("sign-out/", entrance.sign_out, name="sign-out"),
    path("start/", entrance.start, name="start"),
    path("acting/", entrance.choose, name="acting"),
    path("demonstration/day/", entrance.move_day, name="demonstration-day"),
]
