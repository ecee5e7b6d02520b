-- A salt that is deleted has to be gone from the disk. So it never gets into the write-ahead log, which keeps it for
-- as long as it likes, nor into the statistics of the planner; the table's own file goes with TRUNCATE.
ALTER TABLE "DaySalt" SET UNLOGGED;
ALTER TABLE "DaySalt" ALTER COLUMN "salt" SET STATISTICS 0;
