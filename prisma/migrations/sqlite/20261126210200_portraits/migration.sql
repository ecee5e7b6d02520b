-- Portraits of Members, in two sizes.
CREATE TABLE "Portrait" (
    "memberId" INTEGER NOT NULL PRIMARY KEY,
    "source" TEXT NOT NULL,
    "checkedAt" DATETIME NOT NULL,
    "hash" TEXT,
    "small" BLOB,
    "large" BLOB,
    CONSTRAINT "Portrait_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "Portrait_hash_idx" ON "Portrait"("hash");
