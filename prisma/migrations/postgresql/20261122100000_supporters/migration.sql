-- CreateTable
CREATE TABLE "Supporter" (
    "id" SERIAL NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "memberId" INTEGER,
    "isFormer" BOOLEAN NOT NULL DEFAULT false,
    "constituency" TEXT,
    "link" TEXT,
    "logoBytes" BYTEA,
    "logoType" TEXT,
    "logoWidth" INTEGER,
    "logoHeight" INTEGER,
    "logoAlt" TEXT,
    "logoHash" TEXT,
    "logoPermissionOn" TEXT,
    "position" INTEGER NOT NULL,
    "status" TEXT NOT NULL,
    "joinedOn" TEXT,
    "notes" TEXT NOT NULL DEFAULT '',
    "updatedAt" TIMESTAMP(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Supporter_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Supporter_logoHash_idx" ON "Supporter"("logoHash");

-- CreateIndex
CREATE UNIQUE INDEX "Supporter_kind_memberId_key" ON "Supporter"("kind", "memberId");
