-- Portraits of Members, in two sizes.
CREATE TABLE "Portrait" (
    "memberId" INTEGER NOT NULL,
    "source" TEXT NOT NULL,
    "checkedAt" TIMESTAMP(3) NOT NULL,
    "hash" TEXT,
    "small" BYTEA,
    "large" BYTEA,

    CONSTRAINT "Portrait_pkey" PRIMARY KEY ("memberId")
);
CREATE INDEX "Portrait_hash_idx" ON "Portrait"("hash");
ALTER TABLE "Portrait" ADD CONSTRAINT "Portrait_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;
