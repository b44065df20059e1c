"""The site of Samverkan: pages, queries and networks over a published graph."""
