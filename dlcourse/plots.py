"""Data in, picture out: the course's figures. Nothing here trains, reads a file or shows a window.

Every function returns a `dlcourse.picture.Picture`, a matplotlib Figure that carries alternative text.
"""

from __future__ import annotations

from dlcourse.picture import Picture, picture

__all__ = ["Picture", "picture"]
