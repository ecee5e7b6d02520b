-- The campaign's own texts, where staff have changed them.
CREATE TABLE "CampaignText" (
    "section" TEXT NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL
);

CREATE TABLE "CampaignTextVersion" (
    "section" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "savedBy" TEXT,
    "savedAt" DATETIME NOT NULL,
    "isDraft" BOOLEAN NOT NULL,
    "fields" TEXT NOT NULL,

    PRIMARY KEY ("section", "version"),
    CONSTRAINT "CampaignTextVersion_section_fkey" FOREIGN KEY ("section") REFERENCES "CampaignText" ("section") ON DELETE CASCADE ON UPDATE CASCADE
);
