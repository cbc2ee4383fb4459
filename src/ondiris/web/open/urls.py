"""The pages that everybody may see."""

from django.urls import include, path

from ondiris.web.open import absence, account, check, customers, enterprises, entrance, home, lists, measures, password
from ondiris.web.open.contracts import listing as register
from ondiris.web.open.contracts import page as contract_page
from ondiris.web.open.planning import goods_list
from ondiris.web.open.planning import line as goods_line

urlpatterns = [
    path("", home.home, name="home"),
    path("measures/", measures.measures, name="measures"),
    path("measures/<slug:name>/", measures.one, name="measure"),
    path("measures/<slug:name>/check/", check.check, name="check"),
    path("lists/", lists.lists, name="lists"),
    path("lists/<slug:code>/changes/", lists.between, name="list-changes"),
    path("lists/<slug:code>/<str:number>/", lists.edition, name="list-edition"),
    path("enterprises/", enterprises.enterprises, name="enterprises"),
    path("calendar/", include("ondiris.web.open.calendar.urls")),
    path("enterprises/<slug:bin>/", enterprises.enterprise, name="enterprise"),
    path("customers/", customers.customers, name="customers"),
    path("contracts/", register.contracts, name="contracts"),
    path("contracts/<slug:number>/", contract_page.contract, name="contract"),
    path("goods-list/", goods_list.goods_list, name="goods-list"),
    path("goods-list/<slug:number>/", goods_line.line, name="goods-line"),
    path("goods-list/<slug:number>/specification/", goods_line.specification, name="goods-line-specification"),
    path("goods-list/<slug:number>/interest/", goods_line.interest, name="goods-line-interest"),
    path("law/", include("ondiris.web.open.law.urls")),
    path("sign-in/", entrance.sign_in, name="sign-in"),
    path("sign-out/", entrance.sign_out, name="sign-out"),
    path("start/", entrance.start, name="start"),
    path("acting/", entrance.choose, name="acting"),
    path("account/", account.account, name="account"),
    path("account/language/", account.language, name="language"),
    path("absence/", absence.absence, name="absence"),
    path("absence/<int:key>/end/", absence.end, name="end-absence"),
    path("password/", password.change, name="password"),
    path("password/<str:uidb64>/<str:token>/", password.set_first, name="set-password"),
    path("demonstration/day/", entrance.move_day, name="demonstration-day"),
]
