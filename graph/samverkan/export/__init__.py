"""The graph and answers to take away: `graphs` in the forms of RDF, `tables` in those of query results."""
