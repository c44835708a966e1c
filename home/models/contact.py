"""Writing to the council: the page, the fields of its form, and what was written.

The form needs no cookie and no token, so it works for as long as somebody writes and for those who keep no cookies.
A token keeps other sites from using a visitor's sign-in, and this form uses nobody's: what is sent is the same from
everybody. What is left to fear is machines and other sites sending rubbish. For those there are the browser's own
word of where a form comes from (`hub.serving.origin`), a field that only machines see, a least time
(`home.contact.stamp`) and a limit by network address. The page is drawn anew for everybody, because each form has a
stamp of its own by which a second press of the button is known.
"""

from typing import Any, ClassVar
from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator, validate_email
from django.db import models
from django.http import HttpRequest, HttpResponseBase
from django.template.response import TemplateResponse
from django.utils.module_loading import import_string
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel
from wagtail.contrib.forms.models import AbstractFormField, AbstractFormSubmission, FormMixin
from wagtail.contrib.forms.panels import FormSubmissionsPanel
from wagtail.fields import RichTextField
from wagtail.search import index
from wagtail.url_routing import RouteResult

from home.blocks import PLAIN, BodyBlocks, SideBlocks
from home.contact.form import KINDS, WITH_CHOICES, MessageFormBuilder
from home.contact.stamp import Stamp
from home.fields import Blocks
from home.headings import contents_of
from home.models.base import SitePage

# The end of the address at which people land when their message is on its way.
SENT = "sent"
# The name of the field in which somebody who reports a problem says where it was.
WHERE = "where_it_was"


def validate_mailboxes(text: str) -> None:
    """Raise ValidationError unless each line is the address of a mailbox."""
    for address in mailboxes_in(text):
        try:
            validate_email(address)
        except ValidationError as problem:
            raise ValidationError(f"'{address}' is not an e-mail address.") from problem


def mailboxes_in(text: str) -> list[str]:
    """Return the addresses in `text`, which has one to a line or commas between them."""
    return [address.strip() for address in text.replace(",", "\n").splitlines() if address.strip()]


class ContactPage(FormMixin, SitePage):
    """A form by which anybody writes to the council's mailboxes."""

    class Kind(models.TextChoices):
        CONTACT = "contact", "Write to us"
        PROBLEM = "problem", "Report a problem with this site"

    kind = models.CharField(
        "what the form is for",
        max_length=10,
        choices=Kind.choices,
        default=Kind.CONTACT,
        help_text="A form for problems also asks which page it was, and fills in the page that people come from.",
    )
    lead = models.TextField("in one or two sentences", max_length=250, blank=True)
    body = Blocks(BodyBlocks(), blank=True, verbose_name="above the form")
    button = models.CharField("words on the button", max_length=40, default="Send your message")
    mailboxes = models.TextField(
        validators=[validate_mailboxes],
        help_text="Where messages go: shared mailboxes of a team, one to a line",
    )
    keep_days = models.PositiveSmallIntegerField(
        "keep copies for so many days",
        default=90,
        validators=[
            MinValueValidator(7, "Keep copies for at least 7 days, so that none is lost with an e-mail."),
            MaxValueValidator(365, "Keep copies for no longer than 365 days."),
        ],
        help_text="A copy of each message is kept here in case the e-mail is lost, and then deleted. "
        "A change holds for messages that are sent from then on.",
    )
    next_steps = RichTextField(
        "what happens next",
        features=PLAIN,
        blank=True,
        help_text="Shown when a message was sent: who answers, and by when",
    )
    side = Blocks(SideBlocks(), blank=True, verbose_name="beside the form")

    parent_page_types: ClassVar[list[str]] = ["home.HomePage", "home.ContentPage"]
    subpage_types: ClassVar[list[str]] = []
    template = "home/contact_page.html"
    landing_page_template = "home/contact_sent.html"
    form_builder = MessageFormBuilder

    content_panels: ClassVar[list[object]] = [
        FormSubmissionsPanel(),
        *SitePage.content_panels,
        FieldPanel("kind"),
        FieldPanel("lead"),
        FieldPanel("body"),
        InlinePanel("form_fields", label="field", heading="The form", min_num=1),
        FieldPanel("button"),
        MultiFieldPanel([FieldPanel("mailboxes"), FieldPanel("keep_days")], "Where messages go"),
        FieldPanel("next_steps"),
        FieldPanel("side"),
        SitePage.keeping_panel,
    ]
    search_fields: ClassVar[list[object]] = [
        *SitePage.search_fields,
        index.SearchField("lead", boost=2),
        index.SearchField("body", boost=1),
    ]

    class Meta:
        verbose_name = "page to write to us"
        verbose_name_plural = "pages to write to us"

    @property
    def addresses(self) -> list[str]:
        """The mailboxes that messages go to."""
        return mailboxes_in(self.mailboxes)

    @property
    def sent_address(self) -> str:
        """Where people land when their message is on its way."""
        return f"{self.address}{SENT}/"

    def route(self, request: HttpRequest, path_components: list[str]) -> RouteResult:
        """Find the page itself, or what is shown when a message was sent."""
        if path_components == [SENT] and self.live:
            return RouteResult(self, kwargs={"sent": True})
        return super().route(request, path_components)

    def serve(self, request: HttpRequest, *args: Any, sent: bool = False, **kwargs: Any) -> HttpResponseBase:
        """Answer with the form, or with what happens next; what is written is taken in `home.contact.receiving`."""
        if sent:
            return self.render_landing_page(request)
        form = self.get_form(page=self, user=request.user, initial={WHERE: self._page_before(request)})
        return self.with_form(request, form, Stamp.new())

    def with_form(self, request: HttpRequest, form: Any, stamp: Stamp, status: int = 200) -> TemplateResponse:
        """Answer with `form` as it stands."""
        context = self.get_context(request) | {"form": form, "stamp": stamp}
        response = TemplateResponse(request, self.get_template(request), context, status=status)
        # The stamp is for one visitor.
        response["Cache-Control"] = "private, no-cache"
        return response

    def render_landing_page(
        self, request: HttpRequest, form_submission: Any = None, *args: Any, **kwargs: Any
    ) -> TemplateResponse:
        """Answer with what happens next."""
        return TemplateResponse(request, self.get_landing_page_template(request), self.get_context(request))

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        context["contents"] = contents_of(self.body)
        return context

    def _page_before(self, request: HttpRequest) -> str:
        # Without what stands behind a question mark: it can be the words that somebody searched for.
        before = urlsplit(request.headers.get("Referer", ""))
        return before.path if before.netloc == request.get_host() and before.path != self.address else ""

    def get_form_fields(self) -> list[Any]:
        """Return the fields that editors have set; before them, for a problem, where it was."""
        fields = list(super().get_form_fields())
        if self.kind == self.Kind.PROBLEM:
            where = ContactField(
                clean_name=WHERE,
                label="Address of the page",
                help_text="As it stands in the address bar of your browser, or what the page is called",
                field_type="singleline",
                required=False,
            )
            fields.insert(0, where)
        return fields

    def get_submissions_list_view_class(self) -> Any:
        # By name, because views of the back office can only be imported once all models are there.
        return import_string("home.contact.listing.MessagesView")

    def get_submission_class(self) -> "type[ContactMessage]":
        return ContactMessage


class ContactField(AbstractFormField):
    """A field of the form."""

    page = ParentalKey(ContactPage, on_delete=models.CASCADE, related_name="form_fields")
    label = models.CharField(max_length=120, help_text="What you ask for, such as 'Your e-mail address'")
    help_text = models.CharField("hint", max_length=200, blank=True, help_text="What helps to answer, in one sentence")
    field_type = models.CharField("kind", max_length=16, choices=KINDS)
    # Asked for in previews too, as Wagtail's own field is.
    field_type.required_on_save = True  # type: ignore[attr-defined]
    required = models.BooleanField("must be answered", default=True)
    choices = models.TextField(blank=True, help_text="One to a line")
    missing_words = models.CharField(
        "what to say when it is empty",
        max_length=120,
        blank=True,
        help_text="Such as 'Enter your name'. Left empty, it is made from the label.",
    )

    panels: ClassVar[list[object]] = [
        FieldPanel("label"),
        FieldPanel("help_text"),
        FieldPanel("field_type", classname="formbuilder-type", required_on_save=True),
        FieldPanel("choices", classname="formbuilder-choices"),
        FieldPanel("required"),
        FieldPanel("missing_words"),
    ]

    class Meta(AbstractFormField.Meta):
        verbose_name = "field of a form"
        verbose_name_plural = "fields of forms"

    def __str__(self) -> str:
        return str(self.label)

    def clean(self) -> None:
        super().clean()
        if self.field_type in WITH_CHOICES and not self.choices.strip():
            raise ValidationError({"choices": "Write what people can choose, one to a line."})


class ContactMessage(AbstractFormSubmission):
    """A copy of what somebody wrote, kept for a while in case the e-mail is lost."""

    fingerprint = models.CharField(max_length=64, unique=True, editable=False)
    delete_on = models.DateField()
    mailed_at = models.DateTimeField(null=True, editable=False)

    # The page that a message was written on is not a page that uses another.
    wagtail_reference_index_ignore = True

    class Meta(AbstractFormSubmission.Meta):
        verbose_name = "message"
        verbose_name_plural = "messages"
        indexes: ClassVar[list[models.Index]] = [
            # The chore that deletes what has been kept long enough.
            models.Index(fields=["delete_on"], name="messages_to_delete"),
        ]

    def __str__(self) -> str:
        return f"Message {self.pk}"
