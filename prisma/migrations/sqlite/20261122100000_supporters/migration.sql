-- CreateTable
CREATE TABLE "Supporter" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "memberId" INTEGER,
    "isFormer" BOOLEAN NOT NULL DEFAULT false,
    "constituency" TEXT,
    "link" TEXT,
    "logoBytes" BLOB,
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
    "updatedAt" DATETIME NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1
);

-- CreateIndex
CREATE INDEX "Supporter_logoHash_idx" ON "Supporter"("logoHash");

-- CreateIndex
CREATE UNIQUE INDEX "Supporter_kind_memberId_key" ON "Supporter"("kind", "memberId");
