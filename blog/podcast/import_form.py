"""What the coach fills in to take over a podcast: a file or an address."""

from typing import Any

from django import forms

from blog.podcast.fetching import NotFetched, fetch
from blog.podcast.reading import LARGEST, BadFeed, ReadShow, parse

# The coach waits for it, with a thread of the server.
SECONDS = 15.0
EMPTY = (
    "In deze feed staat geen enkele aflevering met geluid. Is het de feed van de podcast, of van een blog?"
)


class FeedForm(forms.Form):
    """Valid once the feed was fetched and read: then `read` and `content` have it, `source` says whence."""

    file = forms.FileField(
        label="Een bestand met de feed",
        required=False,
        help_text="XML, hooguit 20 MB. Zo'n bestand krijg je als je de feed in je browser opent en bewaart.",
        widget=forms.FileInput(attrs={"accept": ".xml,.rss,text/xml,application/xml,application/rss+xml"}),
    )
    address = forms.CharField(
        label="Of het adres van de feed",
        required=False,
        max_length=500,
        help_text="Begint met https://. Je vindt het bij je podcasthost, onder ‘RSS’.",
        widget=forms.TextInput(attrs={"inputmode": "url", "autocomplete": "off", "spellcheck": "false"}),
    )
    download = forms.BooleanField(
        label="Haal ook het geluid en de transcripten hierheen",
        required=False,
        help_text="Nodig als je bij je podcasthost weggaat. Zonder vinkje blijft het geluid daar staan.",
    )
    read: ReadShow
    content: bytes
    source: str

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if file and file.size > LARGEST:
            raise forms.ValidationError("Dit bestand is groter dan 20 MB. Is het wel de feed?")
        return file

    def clean_address(self) -> str:
        """Return the address as one fetches it: podcast programs show it without https, or as feed://."""
        address = self.cleaned_data["address"].strip()
        if address.lower().startswith("feed://"):
            return f"https://{address[7:]}"
        return address if not address or "://" in address else f"https://{address}"

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        file, address = cleaned.get("file"), str(cleaned.get("address", ""))
        if self.errors:
            return cleaned
        if bool(file) == bool(address):
            words = (
                "Kies één van beide: een bestand of een adres."
                if file
                else "Kies een bestand of typ een adres."
            )
            self.add_error(None if file else "address", words)
            return cleaned
        try:
            self.content = file.read() if file else fetch(address, LARGEST, seconds=SECONDS)
            self.source = str(file.name if file else address)[-500:]
            self.read = parse(self.content)
            if not self.read.episodes:
                raise BadFeed(EMPTY)
        except (NotFetched, BadFeed) as error:
            self.add_error("file" if file else "address", str(error))
        return cleaned
