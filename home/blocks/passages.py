"""Words that people write, in the forms that a page can give them."""

from wagtail.blocks import CharBlock, ListBlock, RichTextBlock, StructBlock, TextBlock

from home.blocks import examples

PLAIN = ["bold", "italic", "link", "document-link", "ol", "ul"]


class CalloutBlock(StructBlock):
    """A passage that must not be missed."""

    text = RichTextBlock(features=PLAIN)


class StepBlock(StructBlock):
    """One step of a way to go."""

    title = CharBlock(max_length=80)
    text = RichTextBlock(features=PLAIN)

    class Meta:
        label_format = "{title}"


class StepsBlock(StructBlock):
    """Numbered steps."""

    steps = ListBlock(StepBlock(), min_num=1)

    class Meta:
        icon = "list-ol"
        template = "home/blocks/steps.html"
        description = "What to do first, second and third, each with a title."
        preview_value = examples.STEPS


class SectionBlock(StructBlock):
    """A title that opens to what stands under it."""

    title = CharBlock(max_length=100, help_text="Say what is inside, such as 'Who pays for a visit?'")
    text = RichTextBlock(features=PLAIN)

    class Meta:
        label_format = "{title}"


class AccordionBlock(StructBlock):
    """Sections that open one by one."""

    sections = ListBlock(SectionBlock(), min_num=1)

    class Meta:
        icon = "collapse-down"
        template = "home/blocks/accordion.html"
        description = (
            "Titles that open. For questions of which most people need one or two; what everybody needs to read is "
            "better as text."
        )
        preview_value = examples.ACCORDION


class QuoteBlock(StructBlock):
    """What somebody said, and in which role."""

    words = TextBlock(max_length=500, rows=3, help_text="What was said, without quotation marks")
    who = CharBlock(
        max_length=90,
        label="Who said it",
        help_text="The role, such as 'Lead SENCo, primary'. A name only if its owner agrees, and never a child's.",
    )

    class Meta:
        icon = "openquote"
        template = "home/blocks/quote.html"
        description = "What somebody said, and in which role."
        preview_value = examples.QUOTE


class FactBlock(StructBlock):
    """A name and what belongs to it."""

    term = CharBlock(max_length=60)
    text = CharBlock(max_length=200)


class FactsBlock(StructBlock):
    """A short list of facts."""

    facts = ListBlock(FactBlock(), min_num=1)

    class Meta:
        icon = "list-ul"
        template = "home/blocks/facts.html"
        description = "Names and what belongs to each: opening times, what things cost, what words mean."
        preview_value = examples.FACTS
