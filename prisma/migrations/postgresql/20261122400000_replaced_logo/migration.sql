-- CreateTable
CREATE TABLE "ReplacedLogo" (
    "supporterId" INTEGER NOT NULL,
    "hash" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,
    "type" TEXT NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,

    CONSTRAINT "ReplacedLogo_pkey" PRIMARY KEY ("supporterId")
);

-- AddForeignKey
ALTER TABLE "ReplacedLogo" ADD CONSTRAINT "ReplacedLogo_supporterId_fkey" FOREIGN KEY ("supporterId") REFERENCES "Supporter"("id") ON DELETE CASCADE ON UPDATE CASCADE;
