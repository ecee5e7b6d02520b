-- Nothing on SQLite, where an enum is text.
SELECT 1;
