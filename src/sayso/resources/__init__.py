"""What ships as data, and its loaders."""
