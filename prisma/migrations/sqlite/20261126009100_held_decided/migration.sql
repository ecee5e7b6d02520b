-- AlterTable
ALTER TABLE "HeldAction" ADD COLUMN "decidedOn" TEXT;
