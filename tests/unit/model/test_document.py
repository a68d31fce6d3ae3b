import pytest

from sayso.model import Published


@pytest.mark.parametrize(
    ("published", "date"),
    [
        (Published("2015-10-02", "given"), "2015-10-02"),
        (Published("2015-10-02", "read"), "2015-10-02"),
        (Published("[2009-10-02,2015-10-02]", "inferred"), None),
        (Published("2015-10", "given"), None),
        (Published(), None),
    ],
)
def test_a_publication_day_is_known_only_when_it_is_one_certain_day(published: Published, date: str | None) -> None:
    assert published.date == date
