"""Linking: claims of many documents, one happening, several accounts; pure functions over claims."""
