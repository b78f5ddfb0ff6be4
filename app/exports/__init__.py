"""Exports: a result in another form. One file per format."""
