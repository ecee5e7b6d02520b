-- CreateTable
CREATE TABLE "Publication" (
    "asOf" TIMESTAMP(3) NOT NULL,
    "counts" TEXT NOT NULL,

    CONSTRAINT "Publication_pkey" PRIMARY KEY ("asOf")
);

-- CreateTable
CREATE TABLE "Secret" (
    "name" TEXT NOT NULL,
    "value" TEXT NOT NULL,

    CONSTRAINT "Secret_pkey" PRIMARY KEY ("name")
);
