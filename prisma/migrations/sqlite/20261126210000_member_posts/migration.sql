-- What Members do beside their constituency: government and opposition posts, chairs of committees.
CREATE TABLE "MemberPost" (
    "memberId" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    PRIMARY KEY ("memberId", "kind", "title"),
    CONSTRAINT "MemberPost_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "MemberPost_kind_idx" ON "MemberPost"("kind");
CREATE TABLE "PostList" (
    "kind" TEXT NOT NULL PRIMARY KEY,
    "checkedAt" DATETIME NOT NULL
);
