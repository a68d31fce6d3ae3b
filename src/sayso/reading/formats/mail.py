"""Mail: a message as a file (EML), such as a newsletter or an agency's alert."""

import email
import email.policy
from email.message import EmailMessage
from email.utils import parseaddr
from typing import Final

from sayso.errors import UnreadableSource
from sayso.reading.formats.pages import story_of_page
from sayso.reading.markup import plain
from sayso.reading.opened import Opened
from sayso.reading.stories import Outcomes, Taking, told

# Parts that hold parts; beyond this it is no message but a trap for whoever walks through it.
MOST_PARTS: Final = 1_000


def read_mail(opened: Opened, taking: Taking) -> Outcomes:
    """The story of a message: its plain text, or its page where it has no other body."""
    data = opened.whole()
    if data.lower().count(b"content-type:") > MOST_PARTS:
        raise UnreadableSource(opened.where, f"it has more than {MOST_PARTS:,} parts")
    message = email.message_from_bytes(data, policy=email.policy.default)
    assert isinstance(message, EmailMessage)
    body = message.get_body(preferencelist=("plain", "html"))
    if body is None:
        raise UnreadableSource(opened.where, "the message has no body that is a text")
    words = body.get_content()
    if not isinstance(words, str):
        raise UnreadableSource(opened.where, "the message's body is no text")
    name, address = parseaddr(_header(message, "From") or "")
    doc = (_header(message, "Message-ID") or "").strip("<> ") or opened.where
    title, date = _header(message, "Subject"), _header(message, "Date")
    publisher = name or address or None
    media = "message/rfc822"
    if body.get_content_subtype() == "html":
        data, media = words.encode("utf-8", "surrogatepass"), "text/html"
        try:
            found = story_of_page(data, opened.where, taking, doc=doc, date=date, title=title, publisher=publisher)
        except UnreadableSource:  # no article is found among its words: all of them are taken
            words = plain(words, opened.where)
        else:
            yield found
            return
    yield told(
        taking,
        words,
        doc=doc,
        where=opened.where,
        title=title,
        date=date,
        publisher=publisher,
        data=data,
        media_type=media,
    )


def _header(message: EmailMessage, name: str) -> str | None:
    found = message.get(name)
    return None if found is None else str(found)
