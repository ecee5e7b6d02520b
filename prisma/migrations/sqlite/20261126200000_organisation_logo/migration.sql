-- The logo of whoever runs the site.
ALTER TABLE "CampaignSettings" ADD COLUMN "organisationLogo" TEXT;
CREATE TABLE "OrganisationLogo" (
    "name" TEXT NOT NULL PRIMARY KEY,
    "bytes" BLOB NOT NULL
);
