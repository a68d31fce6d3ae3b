"""An article about a market in Arbin and its ledger, made by hand: every noun is in it, and no stage has to run."""

import hashlib

from sayso.model import (
    Actor,
    Attribution,
    Cast,
    Claim,
    ClaimPlace,
    ClaimTime,
    Count,
    Dateline,
    Dispute,
    Document,
    Event,
    Ledger,
    LeftOut,
    Mention,
    Place,
    Published,
    Run,
    Span,
    TimeExpression,
    Toll,
    Toponym,
)

TEXT = (
    "ARBIN, Oct. 2 (NNW) — Rebel commanders said Monday that government jets bombed the covered market of Arbin, "
    "killing at least 12 traders and wounding dozens.\n"
    "The Defence Ministry denied that its aircraft had struck the market. “Our pilots hit a depot of the Northern Front "
    "in the hills, and they will strike it again,” spokesman Col. Adam Rahal said, recalling that the mayor had reported "
    "shelling by the Front on Sunday.\n"
    "Residents may march to the town hall on Friday.\n"
    "Share this article\n"
)


def at(words: str, after: str = "") -> Span:
    """Where words stand in TEXT, the first time after other words."""
    start = TEXT.index(words, TEXT.index(after) + len(after) if after else 0)
    return Span(start, start + len(words))


def arbin_ledger() -> Ledger:
    """The ledger of TEXT."""
    arbin = Place("Arbin", "city", "town", 12345, 33.54, 36.37, "SY", "Rif-dimashq", 40_000)
    return Ledger(
        document=Document(
            doc="arbin", text=TEXT, id=hashlib.sha256(TEXT.encode()).hexdigest(), published=Published("2015-10-02", "given"), title="Market bombed in Arbin",
            publisher="Northern News Wire", language="en",
            dateline=Dateline(at("ARBIN, Oct. 2 (NNW) —"), at("ARBIN"), at("Oct. 2"), at("NNW")),
            left_out=(LeftOut(at("Share this article"), "navigation"),),
        ),
        run=Run("0.1.0", "parser-1", "f" * 64),
        cast=Cast(
            actors=(
                Actor("REBELS", "armed_group", ("Rebel commanders",), sector="REB"),
                Actor("SYR_MIL", "military", ("government jets", "its aircraft"), "SY", "MIL", part_of="MINISTRY"),
                Actor("MINISTRY", "government_body", ("The Defence Ministry",), "SY", "GOV"),
                Actor("FRONT", "armed_group", ("Northern Front", "the Front"), members=("REBELS",)),
                Actor("RAHAL", "person", ("Adam Rahal",), "SY", part_of="MINISTRY"),
            ),
            mentions=(Mention(at("Rebel commanders"), at("commanders"), "name", "REBELS"),
                      Mention(at("they", "hills, and "), at("they", "hills, and "), "pronoun", "SYR_MIL"),
                      Mention(at("government jets"), at("jets"), "nominal", "SYR_MIL")),
        ),
        places=(Toponym("p1", at("Arbin", "market of "), "Arbin", arbin),
                Toponym("p2", at("Front"), "Front", None, demonym=True)),
        times=(TimeExpression(at("Monday"), "DATE", "2015-09-28", "2015-09-28", "published", "2015-10-02"),),
        attributions=(
            Attribution("a1", "indirect", (at("Rebel commanders"),), (at("said"),), (at("government jets"),), "REBELS", "says"),
            Attribution("a2", "indirect", (at("The Defence Ministry"),), (at("denied"),), (at("its aircraft"),), "MINISTRY"),
            Attribution("a3", "mixed", (at("spokesman Col. Adam Rahal"),), (at("said", "Rahal "),), (at("Our pilots"),), "RAHAL"),
            Attribution("a4", "indirect", (at("the mayor"),), (at("reported"),), (at("shelling"),), None, "says", None, "a3"),
        ),
        claims=(
            Claim(
                "e1",
                Event(
                    at("bombed"), "ASSAULT", "aerial", agent=(at("government jets"),), patient=(at("the covered market of Arbin"),),
                    toll=Toll(Count(12, None), Count(24, None), of="traders"),
                ),
                "a1", ("SYR_MIL",), (), ClaimPlace(at("Arbin", "market of "), "p1"), (), ClaimTime(at("Monday"), "2015-09-28"), "i1",
            ),
            Claim(
                "e2",
                Event(at("struck"), "ASSAULT", "aerial", agent=(at("its aircraft"),), patient=(at("the market"),), factuality="denied"),
                "a2", ("SYR_MIL",), (), ClaimPlace(None, "p1"), (), ClaimTime(None, "2015-09-28"), "i1", ("place", "time"),
            ),
            Claim("e3", Event(at("strike it"), "ASSAULT", agent=(at("they", "hills, and "),), factuality="planned"), "a3", ("SYR_MIL",)),
            Claim("e4", Event(at("shelling"), "ASSAULT", "heavy_weapons", agent=(at("the Front", "by "),)), "a4", ("FRONT",)),
            Claim("e5", Event(at("march"), "PROTEST", "demo", factuality="possible"), None, time=ClaimTime(at("Friday"), None)),
        ),
        disputes=(Dispute("i1", "occurrence", "e1", "e2", "denies"),),
    )  # fmt: skip
