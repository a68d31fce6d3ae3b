"""Sources of every format, made with the format's own tools, about a harbour that there is not."""

import csv
import io
import json
import zipfile
from email.message import EmailMessage
from pathlib import Path

import pyarrow as pa
from fastwarc.stream_io import GzipWriter
from fastwarc.warc import WarcRecord, WarcRecordType
from pyarrow import parquet as pq

STORY = (
    "Two ferries collided in the fog off the harbour of Port Callan on Friday, the harbour master said. "
    "Nobody was killed, but six passengers were injured, according to the coast guard. "
    "The company that runs the ferries denied that its captain had been asleep.\n\n"
    "Fishermen said that they had heard three explosions before the ships met. "
    "Officials called this a rumour and promised a report by the end of the month."
)
OTHER = (
    "Bakers in the old town of Port Callan closed their shops on Monday to protest against the price of flour. "
    "The mayor said that he would meet them, and the police arrested two men who had thrown stones. "
    "A spokeswoman for the bakers said the men were no bakers."
)


def page(text: str = STORY, title: str = "Ferries collide", *, head: str = "") -> bytes:
    """A page with a menu, an article and a footer."""
    body = "".join(f"<p>{part}</p>" for part in text.split("\n\n"))
    return (
        f"<!doctype html><html lang='en'><head><title>{title} - The Callan Post</title>{head}</head><body>"
        f"<nav><a href='/'>Home</a> <a href='/sport'>Sport</a></nav><article><h1>{title}</h1>{body}</article>"
        "<footer>All rights reserved</footer></body></html>"
    ).encode()


LINKED = json.dumps(
    {
        "@context": "https://schema.org",
        "@graph": [
            {"@type": "WebSite", "name": "The Callan Post"},
            {
                "@type": "NewsArticle",
                "headline": "Ferries collide off Port Callan",
                "datePublished": "2015-10-02T23:40:00-04:00",
                "dateModified": "2015-10-03T08:00:00-04:00",
                "publisher": {"@type": "NewsMediaOrganization", "name": "The Callan Post"},
                "license": "https://creativecommons.org/licenses/by/4.0/",
                "creditText": "AFP",
            },
        ],
    }
)
LINKED_HEAD = f'<script type="application/ld+json">{LINKED}</script>'


def jsonl(path: Path, rows: list[dict[str, object]]) -> Path:
    """JSON Lines, one row a line."""
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def csv_file(path: Path, rows: list[list[str]], delimiter: str = ",") -> Path:
    """A CSV file, written by Python's own writer."""
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file, delimiter=delimiter).writerows(rows)
    return path


def parquet(path: Path, columns: dict[str, list[object]]) -> Path:
    """A Parquet file, written by pyarrow."""
    pq.write_table(pa.table(columns), path)
    return path


def warc(pages: list[tuple[str, bytes, str, int]], *, compressed: bool = True) -> bytes:
    """A WARC file of responses (address, body, content type, status), written by fastwarc."""
    out = io.BytesIO()
    writer = GzipWriter(out) if compressed else out
    info = WarcRecord()
    info.init_headers(WarcRecordType.warcinfo)
    info.set_bytes_content(b"software: made for a test\r\n")
    info.write(writer)
    for url, body, kind, status in pages:
        record = WarcRecord()
        record.init_headers(WarcRecordType.response)
        record.headers["WARC-Target-URI"] = url
        record.headers["Content-Type"] = "application/http; msgtype=response"
        answer = f"HTTP/1.1 {status} Said\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n\r\n".encode()
        record.set_bytes_content(answer + body)
        record.write(writer)
    if compressed:
        writer.close()
    return out.getvalue()


def wacz(warcs: dict[str, bytes]) -> bytes:
    """A WACZ file: WARC files in a ZIP, with the description that its specification asks for."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("datapackage.json", json.dumps({"profile": "data-package", "wacz_version": "1.1.1"}))
        for name, data in warcs.items():
            archive.writestr(name, data)
    return out.getvalue()


def rss(items: list[tuple[str, str, str, str]], *, licence: str = "") -> bytes:
    """An RSS 2.0 feed of items (title, link, date, content)."""
    entries = "".join(
        f"<item><title>{title}</title><link>{link}</link><guid>{link}</guid><pubDate>{date}</pubDate>"
        f"<description>In short.</description><content:encoded><![CDATA[{content}]]></content:encoded></item>"
        for title, link, date, content in items
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" '
        'xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>The Callan Post</title>'
        f"<link>http://post.example/</link><copyright>{licence}</copyright>{entries}</channel></rss>"
    ).encode()


ATOM = f"""<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><title>Callan Radio</title><id>urn:radio</id>
<updated>2015-10-02T10:00:00Z</updated>
<entry><title>Ferries collide</title><id>urn:radio:1</id><updated>2015-10-03T10:00:00+02:00</updated>
<published>2015-10-02T23:00:00-04:00</published><rights>For private use</rights>
<content type="html">&lt;p&gt;{STORY.replace(chr(10) * 2, "&lt;/p&gt;&lt;p&gt;")}&lt;/p&gt;</content></entry></feed>""".encode()


def opml(addresses: list[str]) -> bytes:
    """An OPML file that lists feeds."""
    outlines = "".join(f'<outline type="rss" text="a feed" xmlUrl="{address}"/>' for address in addresses)
    return f'<?xml version="1.0"?><opml version="2.0"><head/><body><outline text="News">{outlines}</outline></body></opml>'.encode()


NINJS: dict[str, object] = {
    "uri": "urn:post:ferries",
    "standard": {"name": "ninjs", "version": "3.0", "schema": "https://iptc.org/std/ninjs/ninjs-schema_3.0.json"},
    "type": "text",
    "language": "en",
    "version": "2",
    "firstCreated": "2015-10-02T21:00:00-04:00",
    "versionCreated": "2015-10-03T08:00:00-04:00",
    "headlines": [{"role": "short", "value": "Ferries"}, {"role": "main", "value": "Ferries collide"}],
    "bodies": [
        {"role": "main", "contentType": "text/html", "value": "".join(f"<p>{one}</p>" for one in STORY.split("\n\n"))},
        {"role": "caption", "contentType": "text/plain", "value": "A ferry"},
    ],
    "organisations": [{"name": "Callan Press Agency", "rel": "publisher"}],
    "infoSources": [{"name": "AFP"}],
    "rightsInfo": {"usageTerms": "Not for resale", "copyrightHolder": "Callan Press Agency"},
}


def newsml(guid: str = "urn:newsml:post:ferries", item_class: str = "ninat:text") -> bytes:
    """A NewsML-G2 news item whose text is XHTML; `test_formats` has NewsMLG2 read it, too."""
    paragraphs = "".join(f"<p>{one}</p>" for one in STORY.split("\n\n"))
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="{guid}" version="2" standard="NewsML-G2"
 standardversion="2.33" conformance="power" xml:lang="en">
<catalogRef href="http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_40.xml"/>
<rightsInfo><copyrightHolder><name>Callan Press Agency</name></copyrightHolder>
<usageTerms>Not for resale</usageTerms></rightsInfo>
<itemMeta><itemClass qcode="{item_class}"/><provider qcode="nprov:CPA"><name>Callan Press Agency</name></provider>
<versionCreated>2015-10-03T08:00:00-04:00</versionCreated><firstCreated>2015-10-02T21:00:00-04:00</firstCreated>
<pubStatus qcode="stat:usable"/></itemMeta>
<contentMeta><creditline>AFP</creditline><headline>Ferries collide</headline></contentMeta>
<contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml">
<head><title>Ferries</title></head><body>{paragraphs}</body></html></inlineXML></contentSet></newsItem>""".encode()


def mail(*, html: bool = False) -> bytes:
    """A message, written by Python's own package."""
    message = EmailMessage()
    message["From"] = "Callan Alerts <alerts@post.example>"
    message["To"] = "desk@example.org"
    message["Subject"] = "Ferries collide"
    message["Date"] = "Fri, 02 Oct 2015 23:30:00 -0400"
    message["Message-ID"] = "<ferries@post.example>"
    if html:
        message.set_content(page().decode(), subtype="html")
    else:
        message.set_content(STORY)
        message.add_alternative(page().decode(), subtype="html")
    return message.as_bytes()


def encoded(value: object) -> bytes:
    """A value as JSON."""
    return json.dumps(value).encode()
