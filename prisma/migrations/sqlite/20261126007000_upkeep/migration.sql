-- Which database this is, so that an empty one in its place is noticed.
CREATE TABLE "DatabaseIdentity" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "identity" TEXT NOT NULL
);

-- When the database was last checked and backed up, and how that went.
CREATE TABLE "Upkeep" (
    "task" TEXT NOT NULL PRIMARY KEY,
    "startedAt" DATETIME NOT NULL,
    "succeededAt" DATETIME,
    "detail" TEXT NOT NULL,
    "problem" TEXT
);
