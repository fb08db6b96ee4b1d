"""The words of lists: vocabulary, numbers, units, periods and names in texts, without any cell."""
