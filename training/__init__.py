"""How the trained parts are made, from gold files to what ships; needs the `training` extra."""
