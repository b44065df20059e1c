"""Named things in headings and running text: people, municipalities, regions, bodies, organisations, strategies,
agreements, plans, projects, laws.

`tokens` cuts the text into words, `heads` knows the nouns that names are built on, `extent` how far a name goes;
one module for each kind of thing yields what it finds, and `gather` makes one list of it.
"""
