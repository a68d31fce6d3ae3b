"""Every format: what its stories are, read from a sample made with the format's own tools."""

import gzip
import json
from pathlib import Path

import pytest

from bench import samples as made
from made.taken import File, outcomes, the_story
from sayso.reading.intake import checked, files_of, size_of, stories_of
from sayso.reading.politeness import Fetcher
from sayso.reading.stories import Passed, Story, Taking
from sayso.reading.visiting import Visitor


def test_a_text_file_is_its_text(file: File) -> None:
    story = the_story(file("ferries.txt", made.STORY.encode()))
    assert (story.text, story.date, story.media_type) == (made.STORY, None, "text/plain")


def test_a_page_gives_its_article_alone(file: File) -> None:
    story = the_story(file("ferries.html", made.page()))
    assert "Home" not in story.text
    assert made.STORY.split(chr(10))[0] in story.text


def test_what_a_page_says_of_its_article_in_json_ld_is_known(file: File) -> None:
    story = the_story(file("ferries.html", made.page(head=made.LINKED_HEAD)))
    assert story.title == "Ferries collide off Port Callan"
    assert (story.date, story.stated, story.version) == ("2015-10-02", False, "2015-10-03T08:00:00-04:00")
    assert (story.publisher, story.credit) == ("The Callan Post", "AFP")
    assert story.licence == "https://creativecommons.org/licenses/by/4.0/"


def test_a_page_put_together_in_the_browser_gives_the_body_of_its_json_ld(file: File) -> None:
    told = {"@type": "NewsArticle", "headline": "Ferries", "articleBody": made.STORY}
    head = f"<script type='application/ld+json'>{json.dumps(told)}</script>"
    story = the_story(file("app.html", f"<html><head>{head}</head><body><div id=root></div></body></html>".encode()))
    assert story.text == made.STORY


RUSSIAN = "Два парома столкнулись в тумане у порта Каллан в пятницу, сообщил начальник порта. Никто не погиб."


@pytest.mark.parametrize(
    "declaration",
    ["<meta charset='windows-1251'>", '<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">'],
)
def test_a_page_in_the_encoding_that_it_declares_is_read(file: File, declaration: str) -> None:
    data = made.page(f"{RUSSIAN}\n\n{RUSSIAN}", "Паромы", head=declaration).decode().encode("cp1251")
    story = the_story(file("old.html", data))
    assert RUSSIAN in story.text
    assert story.document().language == "ru"


def test_the_encoding_that_the_server_of_an_archived_page_named_is_used(file: File) -> None:
    body = made.page(f"{RUSSIAN}\n\n{RUSSIAN}").decode().encode("cp1251")
    found = outcomes(file("crawl.warc", made.warc([("http://p.example/", body, "text/html; charset=cp1251", 200)])))
    assert isinstance(found[0], Story)
    assert RUSSIAN in found[0].text


def test_the_date_of_a_page_is_read_and_not_given(file: File) -> None:
    document = the_story(file("ferries.html", made.page(head=made.LINKED_HEAD))).document()
    assert (document.published.edtf, document.published.how) == ("2015-10-02", "read")


def test_a_warc_gives_its_pages_and_passes_over_the_rest(file: File) -> None:
    pages = [
        ("http://post.example/ferries", made.page(), "text/html; charset=utf-8", 200),
        ("http://post.example/gone", made.page(), "text/html", 404),
        ("http://post.example/ship.png", b"\x89PNG", "image/png", 200),
        ("http://post.example/plain", made.OTHER.encode(), "text/plain", 200),
    ]
    found = outcomes(file("crawl.warc.gz", made.warc(pages)))
    stories = [one for one in found if isinstance(one, Story)]
    assert [one.url for one in stories] == ["http://post.example/ferries", "http://post.example/plain"]
    assert sorted(one.why for one in found if isinstance(one, Passed)) == [
        "it is no page (image/png)", "the server had answered 404",
    ]  # fmt: skip
    assert outcomes(file("plain.warc", made.warc(pages, compressed=False)))[0] != found[0]


def test_a_wacz_gives_the_pages_of_the_archives_in_it(file: File) -> None:
    inner = made.warc([("http://post.example/ferries", made.page(), "text/html", 200)])
    story = the_story(file("crawl.wacz", made.wacz({"archive/data.warc.gz": inner, "pages/pages.jsonl": b"{}"})))
    assert story.url == "http://post.example/ferries"


def test_names_in_an_archive_lead_nowhere(tmp_path: Path, file: File) -> None:
    inner = made.warc([("http://post.example/ferries", made.page(), "text/html", 200)])
    path = file("evil.wacz", made.wacz({"../../escaped.warc.gz": inner, "/etc/escaped.warc": b"WARC/1.0"}))
    before = sorted(tmp_path.parent.rglob("*"))
    assert isinstance(outcomes(path)[0], Story)
    assert sorted(tmp_path.parent.rglob("*")) == before


def test_an_rss_feed_gives_its_entries(file: File) -> None:
    long = "".join(f"<p>{one}</p>" for one in (made.STORY + "\n\n" + made.OTHER + "\n\n" + made.STORY).split("\n\n"))
    data = made.rss([("Ferries", "http://post.example/1", "Fri, 02 Oct 2015 23:10:00 -0400", long)], licence="CC BY")
    found = outcomes(file("feed.xml", data))
    story = found[0]
    assert isinstance(story, Story)
    assert made.STORY.split(chr(10))[0] in story.text
    assert (story.title, story.publisher, story.licence) == ("Ferries", "The Callan Post", "CC BY")


def test_an_atom_feed_gives_its_entries_by_the_clock_it_goes_by(file: File) -> None:
    story = outcomes(file("feed.atom", made.ATOM), Taking(follow=False))[0]
    assert isinstance(story, Story)
    assert story.text == made.STORY
    assert (story.doc, story.date, story.publisher, story.licence) == (
        "urn:radio:1", "2015-10-02", "Callan Radio", "For private use",
    )  # fmt: skip


def test_ninjs_gives_its_main_body_and_its_rights(file: File) -> None:
    story = the_story(file("item.json", json.dumps(made.NINJS).encode()))
    assert story.text == made.STORY
    assert (story.title, story.date, story.version) == ("Ferries collide", "2015-10-02", "2")
    assert (story.publisher, story.credit, story.licence) == ("Callan Press Agency", "AFP", "Not for resale")


def test_ninjs_of_the_first_version_and_in_lists_is_read_too(file: File) -> None:
    old = {
        "uri": "urn:1",
        "type": "text",
        "headline": "Bakers",
        "body_text": made.OTHER,
        "versioncreated": "2014-05-06T01:02:03Z",
    }
    picture = {"uri": "urn:2", "type": "picture", "headline": "A ferry"}
    first, second = outcomes(file("items.json", json.dumps([old, picture]).encode()))
    assert isinstance(first, Story)
    assert (first.text, first.title, first.date) == (made.OTHER, "Bakers", "2014-05-06")
    assert isinstance(second, Passed)


def test_newsml_gives_its_text_and_its_rights(file: File) -> None:
    story = the_story(file("item.xml", made.newsml()))
    assert story.text == made.STORY
    assert (story.doc, story.title, story.date, story.version) == (
        "urn:newsml:post:ferries",
        "Ferries collide",
        "2015-10-02",
        "2",
    )
    assert (story.publisher, story.credit, story.licence) == ("Callan Press Agency", "AFP", "Not for resale")


def test_the_sample_of_newsml_is_one_for_the_standards_own_package() -> None:
    from NewsMLG2 import NewsMLG2Document

    item = NewsMLG2Document(made.newsml()).get_item()
    assert str(item.contentmeta.headline[0]) == "Ferries collide"


def test_a_newsml_message_gives_its_items_and_passes_over_pictures(file: File) -> None:
    items = b"".join(one.split(b"?>", 1)[1] for one in (made.newsml("urn:1"), made.newsml("urn:2", "ninat:picture")))
    message = (
        b'<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>' + items + b"</itemSet></newsMessage>"
    )
    first, second = outcomes(file("message.xml", message))
    assert isinstance(first, Story)
    assert first.doc == "urn:1"
    assert isinstance(second, Passed)


@pytest.mark.parametrize("html", [False, True])
def test_a_message_gives_its_text_sender_and_day(file: File, html: bool) -> None:
    story = the_story(file("alert.eml", made.mail(html=html)))
    assert made.STORY.split(chr(10))[0] in story.text
    assert (story.title, story.date) == ("Ferries collide", "2015-10-02")
    assert story.doc == "ferries@post.example"


def test_a_message_is_told_without_its_ending(file: File) -> None:
    assert the_story(file("message", made.mail())).doc == "ferries@post.example"


def test_what_is_compressed_is_read_as_what_it_is(tmp_path: Path) -> None:
    path = made.jsonl(tmp_path / "news.jsonl", [{"text": made.STORY}])
    packed = tmp_path / "news.jsonl.gz"
    packed.write_bytes(gzip.compress(path.read_bytes()) + gzip.compress(json.dumps({"text": made.OTHER}).encode()))
    assert [one.text for one in outcomes(packed) if isinstance(one, Story)] == [made.STORY, made.OTHER]


def test_a_folder_gives_its_files_in_order_without_hidden_ones_and_pictures(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / ".git").mkdir()
    (tmp_path / "b" / "two.txt").write_text(made.OTHER, encoding="utf-8")
    (tmp_path / "a.html").write_bytes(made.page())
    (tmp_path / "ship.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    (tmp_path / ".git" / "x.txt").write_text("hidden", encoding="utf-8")
    found = outcomes(tmp_path)
    assert [type(one) for one in found] == [Story, Passed, Story]
    assert [path.name for path in files_of(tmp_path)] == ["a.html", "ship.png", "two.txt"]


def test_a_folder_that_leads_to_itself_ends(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(made.STORY, encoding="utf-8")
    (tmp_path / "loop").symlink_to(tmp_path, target_is_directory=True)
    assert len(outcomes(tmp_path)) == 1


def test_a_source_that_is_not_there_is_refused_before_anything_is_read() -> None:
    from sayso.errors import UnreadableSource

    with pytest.raises(UnreadableSource, match="no such file or folder"):
        checked(["nowhere/news.jsonl"])


def test_the_size_of_sources_is_known_unless_one_of_them_does_not_tell(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"12345")
    assert (size_of([str(tmp_path)]), size_of([str(tmp_path), "-"])) == (5, None)


def test_a_pipe_is_told_by_its_first_bytes() -> None:
    import io

    taking = Taking()
    stream = io.BytesIO(json.dumps({"text": made.STORY}).encode() + b"\n" + json.dumps({"text": made.OTHER}).encode())
    found = list(stories_of("-", taking, Visitor(Fetcher(taking)), standard_input=stream))
    assert [one.text for one in found if isinstance(one, Story)] == [made.STORY, made.OTHER]
