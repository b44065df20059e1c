"""Reading: the text of a document in, facts out, each with the passage that says it. Pure: no file, clock, network or log."""
