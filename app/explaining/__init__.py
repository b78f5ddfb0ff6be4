"""What words mean and how to go about it: the terms of the scan, and the manuals."""
