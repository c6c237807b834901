"""Changes of values in a YAML text that leave all else as it was: comments, order, quoting and line ends.

A change names a path from the top of the text: keys, and indexes of lists. `edited` makes a new text or says why not.
"""

from oc_strategy.yamlediting.changes import Change, Drop, Put, Rekey, Value, applied
from oc_strategy.yamlediting.editing import edited

__all__ = ["Change", "Drop", "Put", "Rekey", "Value", "applied", "edited"]
