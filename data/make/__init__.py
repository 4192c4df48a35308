"""How each file of data/ is made from a registry package: one module a family, `packages` fetches, `write` writes."""
