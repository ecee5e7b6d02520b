CREATE TABLE "Press" (
    "key" TEXT NOT NULL,
    "answer" TEXT,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Press_pkey" PRIMARY KEY ("key")
);

CREATE INDEX "Press_at_idx" ON "Press"("at");
