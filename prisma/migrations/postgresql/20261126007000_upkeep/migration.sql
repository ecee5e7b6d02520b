-- Which database this is, so that an empty one in its place is noticed.
CREATE TABLE "DatabaseIdentity" (
    "id" INTEGER NOT NULL,
    "identity" TEXT NOT NULL,

    CONSTRAINT "DatabaseIdentity_pkey" PRIMARY KEY ("id")
);

-- When the database was last checked and backed up, and how that went.
CREATE TABLE "Upkeep" (
    "task" TEXT NOT NULL,
    "startedAt" TIMESTAMP(3) NOT NULL,
    "succeededAt" TIMESTAMP(3),
    "detail" TEXT NOT NULL,
    "problem" TEXT,

    CONSTRAINT "Upkeep_pkey" PRIMARY KEY ("task")
);
