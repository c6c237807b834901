"""Licences, openness and competition: on which terms others may use what is opened."""
