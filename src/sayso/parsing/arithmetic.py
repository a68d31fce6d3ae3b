"""The products of matrices in spaCy's networks, by numpy's BLAS instead of thinc's own.

Where the processor has AVX-512, numpy multiplies the networks' small matrices almost three times as fast as the BLAS that comes
with thinc (100 against 35 billion operations a second of one core, `bench/README.md`), and the parser as a whole takes a
quarter less time. On 15,725 tokens of news no tag, head or name came out differently.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import numpy as np
from thinc.api import NumpyOps, get_current_ops, set_current_ops


class MatmulOps(NumpyOps):  # type: ignore[misc]  # thinc ships no types for it
    """thinc's operations with numpy's product of matrices."""

    def gemm(self, x: Any, y: Any, out: Any = None, trans1: bool = False, trans2: bool = False) -> Any:
        """The product of two matrices of float32, either of them transposed first; written into `out` where it is given."""
        return np.matmul(x.T if trans1 else x, y.T if trans2 else y, out=out)


@contextmanager
def by_matmul() -> Iterator[None]:
    """Networks that are made while this is open multiply by numpy; nobody else's are touched."""
    before = get_current_ops()
    set_current_ops(MatmulOps())
    try:
        yield
    finally:
        set_current_ops(before)
