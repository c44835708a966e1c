"""What readers can send from the public pages."""

from typing import Final

from django import forms

from home.models.page_answer import LONGEST_REMARK
from hub.look.forms import HubForm

ADVICE: Final = (
    "Do not write anything about a person, a child or a school by name. We do not ask who you are and cannot reply."
)


class RemarkForm(HubForm, forms.Form):
    """What somebody was looking for on a page that was not useful."""

    remark = forms.CharField(
        label="What were you looking for?", help_text=ADVICE, required=False, widget=forms.Textarea({"rows": 3})
    )
    # People do not see it; programs that fill in every field do.
    website = forms.CharField(label="Leave this empty", required=False)

    def clean_remark(self) -> str:
        """Count the characters that were typed; browsers send two for each new line."""
        remark = str(self.cleaned_data["remark"]).replace("\r\n", "\n")
        over = len(remark) - LONGEST_REMARK
        if over > 0:
            much = "1 character" if over == 1 else f"{over} characters"
            raise forms.ValidationError(f"Write {LONGEST_REMARK} characters or fewer. Take out {much}.")
        return remark

    @property
    def was_filled_by_a_program(self) -> bool:
        """Whether the field that people do not see has something in it."""
        return bool(self.data.get("website"))
