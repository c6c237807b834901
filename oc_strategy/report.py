"""All there is to tell about a project, in one frozen value, reduced to an audience before any writer sees it."""
