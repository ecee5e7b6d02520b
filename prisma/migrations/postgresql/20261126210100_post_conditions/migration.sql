-- What message rules ask about the posts of MPs, and who the minister is.
ALTER TABLE "MessageRule" ADD COLUMN "isMinister" BOOLEAN;
ALTER TABLE "MessageRule" ADD COLUMN "isInGovernment" BOOLEAN;
ALTER TABLE "MessageRule" ADD COLUMN "isInOpposition" BOOLEAN;
ALTER TABLE "MessageRule" ADD COLUMN "chairsCommittee" BOOLEAN;
ALTER TABLE "MessageRuleVersion" ADD COLUMN "isMinister" BOOLEAN;
ALTER TABLE "MessageRuleVersion" ADD COLUMN "isInGovernment" BOOLEAN;
ALTER TABLE "MessageRuleVersion" ADD COLUMN "isInOpposition" BOOLEAN;
ALTER TABLE "MessageRuleVersion" ADD COLUMN "chairsCommittee" BOOLEAN;
ALTER TABLE "CampaignSettings" ADD COLUMN "ministerMemberId" INTEGER;
