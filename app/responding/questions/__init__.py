"""The questionnaire itself: its screens, what becomes of an answer, looking it over, and sending."""
