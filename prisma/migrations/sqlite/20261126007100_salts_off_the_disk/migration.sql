-- Nothing on SQLite, where a deleted salt is overwritten in its place: lib/data/day-salt.ts.
SELECT 1;
