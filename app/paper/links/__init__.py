"""The links by which somebody from outside types forms over: made and withdrawn by a coördinator."""
