"""The field's words: choices, ids, dates, terms and the ``Bron`` of files. Knows no file and no clock."""
