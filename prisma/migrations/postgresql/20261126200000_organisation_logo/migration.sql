-- The logo of whoever runs the site.
ALTER TABLE "CampaignSettings" ADD COLUMN "organisationLogo" TEXT;
CREATE TABLE "OrganisationLogo" (
    "name" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "OrganisationLogo_pkey" PRIMARY KEY ("name")
);
