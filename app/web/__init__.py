"""What all pages share: rendering, files, headers, errors and the Dutch way to write numbers and dates."""
