"""Exports: a result in another form. One file per format; `formats.py` says which there are to take along."""
