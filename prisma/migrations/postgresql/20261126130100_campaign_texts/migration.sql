-- The campaign's own texts, where staff have changed them.
CREATE TABLE "CampaignText" (
    "section" TEXT NOT NULL,
    "version" INTEGER NOT NULL,

    CONSTRAINT "CampaignText_pkey" PRIMARY KEY ("section")
);

CREATE TABLE "CampaignTextVersion" (
    "section" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "savedBy" TEXT,
    "savedAt" TIMESTAMP(3) NOT NULL,
    "isDraft" BOOLEAN NOT NULL,
    "fields" TEXT NOT NULL,

    CONSTRAINT "CampaignTextVersion_pkey" PRIMARY KEY ("section", "version")
);

ALTER TABLE "CampaignTextVersion" ADD CONSTRAINT "CampaignTextVersion_section_fkey" FOREIGN KEY ("section") REFERENCES "CampaignText"("section") ON DELETE CASCADE ON UPDATE CASCADE;
