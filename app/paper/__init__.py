"""On paper: the form of a window to print, and typing over what people filled in on it.

Both are made from the same sheet, which is made from the screens (`sheet.py`): what is printed, what is typed and what
is asked on a screen cannot differ.
"""
