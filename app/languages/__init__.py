"""The languages of the residents' questionnaire: which a municipality offers, and who stands for a translation."""
