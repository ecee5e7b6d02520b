CREATE TABLE "Press" (
    "key" TEXT NOT NULL PRIMARY KEY,
    "answer" TEXT,
    "at" DATETIME NOT NULL
);

CREATE INDEX "Press_at_idx" ON "Press"("at");
