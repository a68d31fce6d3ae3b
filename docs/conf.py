"""Sphinx: Markdown by MyST, the theme furo, warnings are errors in CI."""

from importlib.metadata import version as installed

project = "sayso"
author = "the sayso authors"
copyright = "the sayso authors, Apache-2.0"
release = installed("sayso")
version = release

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
myst_enable_extensions = ["deflist"]
myst_heading_anchors = 3
exclude_patterns = ["_build"]
html_theme = "furo"
html_title = "sayso"
autodoc_typehints = "description"
autodoc_member_order = "bysource"
nitpicky = False
