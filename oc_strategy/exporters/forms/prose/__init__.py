"""Word documents and PowerPoint decks."""
