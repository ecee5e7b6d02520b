-- The day first, so that what is written today stands together in the index, however many days there are.
ALTER TABLE "Journal" DROP CONSTRAINT "Journal_pkey", ADD CONSTRAINT "Journal_pkey" PRIMARY KEY ("day", "seatCode", "channel", "kind");
