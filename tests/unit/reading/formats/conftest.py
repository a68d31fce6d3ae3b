from pathlib import Path

import pytest

from made.taken import File


@pytest.fixture
def file(tmp_path: Path) -> File:
    def write(name: str, data: bytes) -> Path:
        (tmp_path / name).write_bytes(data)
        return tmp_path / name

    return write
