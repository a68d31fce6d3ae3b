"""Blocks: linked apart, they give what linking all at once gives."""

import os
import random
import subprocess
import sys
from pathlib import Path

from made.reports import ARBIN, DOUMA, HOMS, SYRIA, report
from sayso.linking.gathering import gather
from sayso.linking.report import Group, groups_of
from sayso.running.cluster.linking import blocks_of

TESTS = Path(__file__).parents[3]


def many(seed: int = 1) -> list[Group]:
    """Some hundred reports of a few weeks and places, in one order or another."""
    draw = random.Random(7)
    reports = [
        report(
            f"r{number}",
            published=f"2015-{draw.randint(1, 9):02}-{draw.randint(1, 28):02}",
            day=f"2015-{draw.randint(1, 9):02}-{draw.randint(1, 28):02}",
            place=draw.choice([ARBIN, DOUMA, HOMS, SYRIA]),
            agents=(draw.choice(["RUS", "SYR", "NF"]),),
        )
        for number in range(150)
    ]
    random.Random(seed).shuffle(reports)
    return groups_of(reports)


def test_no_block_has_to_do_with_another() -> None:
    groups = many()
    blocks = blocks_of(groups, [], 6)
    assert len(blocks) > 1
    assert sorted(group.incident for block in blocks for group in block) == sorted(group.incident for group in groups)
    whole = {(link.incident, link.other, link.because) for link in gather(groups)}
    assert whole
    assert {(link.incident, link.other, link.because) for block in blocks for link in gather(block)} == whole


def test_what_a_person_has_taken_apart_is_in_one_block() -> None:
    groups = many()
    one, other = groups[0].incident, groups[-1].incident
    blocks = blocks_of(groups, [frozenset({one, other})], 6)
    assert any({one, other} <= {group.incident for group in block} for block in blocks)


def test_nothing_makes_no_block() -> None:
    assert blocks_of([], [], 4) == []


SCRIPT = """
import logging, ray
logging.getLogger("ray.data").setLevel(logging.ERROR)
from sayso.linking.gathering import proposed
from sayso.running.cluster import Engine, connected, gather_on
from unit.running.cluster.test_blocks import many
with connected(Engine()) as ray:
    print("same" if gather_on(ray, many(), []) == proposed(many()) else "other", "links")
"""


def test_a_cluster_finds_the_same_links_in_the_same_order() -> None:
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT],
        capture_output=True, text=True, check=False, timeout=300,
        env={**os.environ, "PYTHONPATH": os.pathsep.join([str(TESTS.parent / "src"), str(TESTS), *filter(None, sys.path)])},
    )  # fmt: skip
    assert "same links" in done.stdout, done.stderr[-4000:]
