"""What becomes of a form that was sent: refused with everything kept, or taken and thanked for."""

from datetime import timedelta
from typing import Final

from django.http import HttpRequest, HttpResponseBase, HttpResponseRedirect

from home.actions.contact import send_message
from home.contact.stamp import Stamp
from home.models import ContactMessage, ContactPage
from hub.serving.origin import came_from_here
from hub.serving.throttle import Throttle

# Names with a hyphen, which no field of an editor can have.
STAMP = "form-stamp"
TRAP = "form-more"

_MESSAGES: Final = Throttle("contact", most=5, within=timedelta(hours=1))

ONCE_MORE = "We could not tell that a person sent this. Check what you wrote, then press the button again"
TOO_MANY = (
    "Several messages have come from your network in the last hour. Wait an hour, then press the button again. "
    "What you wrote has not been sent"
)


def receive(request: HttpRequest, page: ContactPage) -> HttpResponseBase:
    """Take what somebody wrote, or show it again with what is wrong; nothing that was typed is lost."""
    stamp = Stamp.read(request.POST.get(STAMP, ""))
    form = page.get_form(request.POST, page=page, user=request.user)
    if not form.is_valid():
        return page.with_form(request, form, stamp or Stamp.new())
    if stamp is None or stamp.is_too_fresh or request.POST.get(TRAP) or came_from_here(request) is False:
        form.add_error(None, ONCE_MORE)
        return page.with_form(request, form, stamp or Stamp.new())
    fingerprint = stamp.fingerprint(page.pk, form.cleaned_data)
    if not ContactMessage.objects.filter(fingerprint=fingerprint).exists():
        if not _MESSAGES.lets_through(request):
            form.add_error(None, TOO_MANY)
            return page.with_form(request, form, stamp, status=429)
        send_message(page=page, answers=form.cleaned_data, fingerprint=fingerprint)
    # Elsewhere, so that to load the page again sends nothing again.
    return HttpResponseRedirect(page.sent_address)
