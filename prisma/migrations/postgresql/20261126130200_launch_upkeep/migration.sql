ALTER TYPE "UpkeepTask" ADD VALUE 'restore';
ALTER TYPE "UpkeepTask" ADD VALUE 'mail';
