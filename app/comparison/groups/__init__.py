"""Municipalities that do not see each other's results lay themselves beside figures of their group."""
