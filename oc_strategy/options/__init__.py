"""Strategy options laid out: what speaks for each mode, what is possible, which plans nothing beats, how sure that is.

Nothing here gives one verdict. A person decides, and the decision is recorded with the state it was taken on.
"""
