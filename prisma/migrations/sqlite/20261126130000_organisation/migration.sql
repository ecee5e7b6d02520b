-- Who runs this copy of the site.
ALTER TABLE "CampaignSettings" ADD COLUMN "organisationName" TEXT;
ALTER TABLE "CampaignSettings" ADD COLUMN "organisationKind" TEXT;
ALTER TABLE "CampaignSettings" ADD COLUMN "charityNumber" TEXT;
ALTER TABLE "CampaignSettings" ADD COLUMN "organisationAddress" TEXT;
ALTER TABLE "CampaignSettings" ADD COLUMN "organisationUrl" TEXT;
ALTER TABLE "CampaignSettings" ADD COLUMN "contactEmail" TEXT;
ALTER TABLE "CampaignSettings" ADD COLUMN "pressEmail" TEXT;
ALTER TABLE "CampaignSettings" ADD COLUMN "dataController" TEXT;
ALTER TABLE "CampaignSettings" ADD COLUMN "privacyEmail" TEXT;
