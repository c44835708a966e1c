"""'Was this page useful?', as readers answer it.

Guests' pages are kept whole, so the two buttons at their foot carry no token and set no cookie. A press is believed
when the browser itself says that it came from a page of this site; a browser that is too old to say so is shown a
page in between, whose form has a token. Only a press is counted: opening an address changes nothing, so nothing that
reads ahead can answer.
"""

import hashlib
from datetime import timedelta
from typing import Any, Final
from uuid import UUID, uuid4

from django.core import signing
from django.core.cache import cache
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_http_methods, require_safe
from wagtail.models import Page

from home.actions.page_answers import add_remark, answer_page
from home.forms import RemarkForm
from home.models.base import SitePage
from home.models.page_answer import PageAnswer
from hub.serving.origin import came_from_here
from hub.serving.throttle import Throttle, code_of

WORDS: Final = {"yes": True, "no": False}
# Many, because a training day answers from one address.
_ANSWERS: Final = Throttle("page-answers", most=120, within=timedelta(minutes=10))
_REMARKS: Final = Throttle("page-remarks", most=30, within=timedelta(minutes=10))
_SALT: Final = "home.page_answers"
# How long somebody may think about what to write.
_MAY_WRITE_FOR: Final = timedelta(hours=2)
# Two presses without script from one browser in so short a time are one answer.
_SAME_PRESS: Final = timedelta(minutes=1)

_THANKS: Final = "Thank you. Your answer is counted."
_THANKS_FOR_REMARK: Final = "Thank you. We read every remark when we work on the page."
_WAIT: Final = "Many answers came from your connection in a short while. Wait ten minutes, then try again."
_ELSEWHERE: Final = "The answer was not sent from a page of this site, so it is not counted."


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def useful(request: HttpRequest, page_id: int) -> HttpResponse:
    """Ask whether a page was useful, or take the answer. Raises Http404 for a page that the asker may not see."""
    page = _page_for(request, page_id)
    if request.method != "POST":
        given = _answer_on(request.GET.get("receipt", ""), page)
        return _after(request, page, given) if given else _show(request, page)
    if request.POST.get("answer") not in WORDS:
        return _show(request, page)
    believed = came_from_here(request)
    if believed is None:
        if "csrfmiddlewaretoken" not in request.POST:
            return _show(request, page, chosen=request.POST["answer"])
        return csrf_protect(_take)(request, page)
    if not believed:
        raise PermissionDenied(_ELSEWHERE)
    return _take(request, page)


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def remark(request: HttpRequest, page_id: int) -> HttpResponse:
    """Take a remark with an answer that was given. Raises Http404 for a page that the asker may not see.

    The receipt in the form is what a token is elsewhere: it is signed, and only who gave the answer has it.
    """
    page = _page_for(request, page_id)
    given = _answer_on(request.POST.get("receipt", ""), page)
    if given is None:
        return redirect("page_useful", page_id=page.pk)
    form = RemarkForm(request.POST)
    if not form.is_valid():
        return _show(request, page, form=form, receipt=request.POST["receipt"])
    if form.cleaned_data["remark"] and not form.was_filled_by_a_program:
        if not _REMARKS.lets_through(request):
            return _show(request, page, said=_WAIT, status=429)
        add_remark(answer=given, remark=form.cleaned_data["remark"])
    if _wants_a_part(request):
        return _show(request, page, said=_THANKS_FOR_REMARK)
    return redirect("page_useful_thanks", page_id=page.pk)


@require_safe
def thank_you(request: HttpRequest, page_id: int) -> HttpResponse:
    """Say thank you. Raises Http404 for a page that the asker may not see."""
    return _show(request, _page_for(request, page_id), said=_THANKS_FOR_REMARK)


def _take(request: HttpRequest, page: SitePage) -> HttpResponse:
    if not _ANSWERS.lets_through(request):
        return _show(request, page, said=_WAIT, status=429)
    answer = answer_page(
        page=page,
        useful=WORDS[request.POST["answer"]],
        sitting=_sitting(request, page),
        today=timezone.localdate(),
    )
    if _wants_a_part(request):
        return _after(request, page, answer)
    receipt = signing.dumps(answer.pk, salt=_SALT)
    return redirect(f"{reverse('page_useful', args=[page.pk])}?receipt={receipt}")


def _after(request: HttpRequest, page: SitePage, answer: PageAnswer) -> HttpResponse:
    if answer.useful:
        return _show(request, page, said=_THANKS)
    return _show(request, page, said=_THANKS, form=RemarkForm(), receipt=signing.dumps(answer.pk, salt=_SALT))


def _show(request: HttpRequest, page: SitePage, *, status: int = 200, **step: Any) -> HttpResponse:
    template = "home/useful_step.html" if _wants_a_part(request) else "home/useful.html"
    return render(request, template, {"asked_about": page, **step}, status=status)


def _wants_a_part(request: HttpRequest) -> bool:
    # The script puts the answer in the place of the buttons.
    return request.method == "POST" and request.headers.get("X-Requested-With") == "fetch"


def _page_for(request: HttpRequest, page_id: int) -> SitePage:
    page = Page.objects.live().filter(pk=page_id).specific().first()
    if not isinstance(page, SitePage) or not page.asks_if_useful or page.get_url(request) is None:
        raise Http404
    if not all(restriction.accept_request(request) for restriction in page.get_view_restrictions()):
        raise Http404
    return page


def _answer_on(receipt: str, page: SitePage) -> PageAnswer | None:
    try:
        key = signing.loads(receipt, salt=_SALT, max_age=_MAY_WRITE_FOR)
    except signing.BadSignature:
        return None
    return PageAnswer.objects.filter(pk=key, page=page).first()


def _sitting(request: HttpRequest, page: SitePage) -> UUID:
    try:
        return UUID(request.POST.get("sitting", ""))
    except ValueError:
        browser = hashlib.sha256(request.headers.get("User-Agent", "").encode()).hexdigest()
        key = f"page-answer:{page.pk}:{code_of(request)}:{browser[:16]}"
        return cache.get_or_set(key, uuid4, _SAME_PRESS.total_seconds()) or uuid4()
