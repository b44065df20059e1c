"""What a document is: its title and kind, the body, the days, the meeting."""
