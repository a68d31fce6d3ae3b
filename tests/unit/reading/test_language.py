"""Which language a text is in."""

import sys

import pytest

from sayso.reading.language import language_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The harbour was closed after two ships collided, and the port authority said it would open on Monday.", "en"),
        ("Le port a été fermé vendredi après la collision de deux navires, a déclaré hier soir le porte-parole.", "fr"),
        (
            "Der Hafen wurde am Freitag nach dem Zusammenstoß zweier Schiffe geschlossen, wie ein Sprecher mitteilte.",
            "de",
        ),
        ("El puerto fue cerrado el viernes después de que dos barcos chocaran, según dijo anoche el portavoz.", "es"),
        ("Порт был закрыт в пятницу после столкновения двух судов, сообщил представитель властей.", "ru"),
        ("أغلق الميناء يوم الجمعة بعد اصطدام سفينتين، حسبما قال المتحدث باسم السلطات.", "ar"),
        ("港口星期五因两艘船只相撞而关闭", "zh"),
    ],
)
def test_the_language_of_a_report_is_told(text: str, expected: str) -> None:
    assert language_of(text) == expected


@pytest.mark.parametrize("text", ["", "   \n", "12.10.2015", "Ankara", "Rebels killed in Aleppo", "!!!"])
def test_a_text_too_short_to_tell_has_no_language(text: str) -> None:
    assert language_of(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "Ankara still refuses to lift the ban on ships of the island.",
        "Remains were found on a beach.",
        "Government imposed blockades in Lahore, Multan and Rawalpindi.",
    ],
)
def test_a_short_english_sentence_full_of_foreign_names_is_not_called_foreign(text: str) -> None:
    assert language_of(text) in ("en", None)


def test_a_long_english_text_needs_no_language_models(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "lingua", None)
    assert (
        language_of("The port was closed and the ships that were in it had to wait for the tide, he said. " * 9) == "en"
    )


def test_the_bytes_of_a_file_taken_for_a_text_are_no_language() -> None:
    assert language_of("PK\x03\x04\x14\x00\x00\x08 ports.txt \ufffdV\ufffdn E\x10}G\ufffd the and of") == "zxx"


def test_the_same_text_always_has_the_same_language() -> None:
    text = "Il porto è stato chiuso venerdì dopo la collisione di due navi, ha detto un portavoce."
    assert {language_of(text) for _ in range(5)} == {"it"}
