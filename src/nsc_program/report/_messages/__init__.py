"""Messages to other systems, from a template and the codes of that system."""
