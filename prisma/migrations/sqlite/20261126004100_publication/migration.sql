-- CreateTable
CREATE TABLE "Publication" (
    "asOf" DATETIME NOT NULL PRIMARY KEY,
    "counts" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "Secret" (
    "name" TEXT NOT NULL PRIMARY KEY,
    "value" TEXT NOT NULL
);
