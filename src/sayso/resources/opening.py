"""Opening: what is loaded once and stays for as long as the process lives."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

# What the numerical libraries read, as they are loaded, of how many threads they may use. The matrices here are so small that a
# second thread waits for the first: a text takes no less time with two, and twice the processor's.
ONE_THREAD: Final = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS", "NUMEXPR_NUM_THREADS", "VECLIB_MAXIMUM_THREADS", "RAYON_NUM_THREADS"), "1")  # fmt: skip


@contextmanager
def uncollected() -> Iterator[None]:
    """While this is open nothing is looked through for garbage.

    What is being opened is none, and going through all of it time and again, as it grows, takes a sixth of the time.
    """
    before = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if before:
            gc.enable()
