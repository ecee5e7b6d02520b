ALTER TABLE "MessageRule" ADD COLUMN "untilThenVersion" INTEGER;
