ALTER TYPE "UpkeepTask" ADD VALUE 'sync';
