"""The frozen result and its pages: record, reading, sentences, charts, pages, and the result as one document."""
