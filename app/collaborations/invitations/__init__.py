"""The way in for each window: link, code, QR code, poster and the text of an invitation."""
