"""Our product of matrices is thinc's."""

from typing import Any

import numpy as np
import pytest
from thinc.api import NumpyOps, get_current_ops

from sayso.parsing import Parser
from sayso.parsing.arithmetic import MatmulOps, by_matmul


@pytest.mark.parametrize("trans1", [False, True])
@pytest.mark.parametrize("trans2", [False, True])
@pytest.mark.parametrize("given", [False, True])
def test_the_product_is_that_of_thinc(trans1: bool, trans2: bool, given: bool) -> None:
    draw = np.random.default_rng(7)
    x = draw.random((5, 3) if trans1 else (3, 5), dtype=np.float32)
    y = draw.random((4, 5) if trans2 else (5, 4), dtype=np.float32)
    expected = NumpyOps().gemm(x, y, trans1=trans1, trans2=trans2)
    out = np.zeros((3, 4), np.float32) if given else None
    found = MatmulOps().gemm(x, y, out=out, trans1=trans1, trans2=trans2)
    np.testing.assert_allclose(expected, found, rtol=1e-6)
    assert not given or found is out


def test_only_what_is_made_meanwhile_is_touched() -> None:
    before = get_current_ops()
    with by_matmul():
        assert isinstance(get_current_ops(), MatmulOps)
    assert get_current_ops() is before


def test_the_parser_s_networks_multiply_by_numpy(parser: Parser) -> None:
    pipes: dict[str, Any] = dict(parser._pipeline.pipeline)
    layers = [one for name in ("tok2vec", "ner") for one in pipes[name].model.walk() if one.name == "maxout"]
    assert layers
    assert all(isinstance(one.ops, MatmulOps) for one in layers)
