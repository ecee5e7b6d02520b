-- What Members do beside their constituency: government and opposition posts, chairs of committees.
CREATE TYPE "PostKind" AS ENUM ('chair', 'government', 'opposition');
CREATE TABLE "MemberPost" (
    "memberId" INTEGER NOT NULL,
    "kind" "PostKind" NOT NULL,
    "title" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "MemberPost_pkey" PRIMARY KEY ("memberId", "kind", "title")
);
CREATE INDEX "MemberPost_kind_idx" ON "MemberPost"("kind");
ALTER TABLE "MemberPost" ADD CONSTRAINT "MemberPost_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;
CREATE TABLE "PostList" (
    "kind" "PostKind" NOT NULL,
    "checkedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "PostList_pkey" PRIMARY KEY ("kind")
);
