"""Economic security: what must be stated, cleared or checked before technology leaves the country."""
