import 'server-only'
import type { PrismaClient, Transaction } from '../../shared/database/client'
import { toUkDay } from '../../shared/model/uk-time'
import type { TextTable } from '../model/erasure-columns'

/** Tells whether a row is live. @param key its key’s values, with a space between two */
export type IsLive = (model: TextTable, key: string) => boolean

/**
 * Finds what nobody may change unread: messages that have been published and not archived, also while they are paused or
 * wait for their day; the published version of each text; corrections in force; and people who can sign in.
 */
export async function readLiveRows(db: PrismaClient | Transaction, now: Date): Promise<IsLive> {
  const rules = await db.messageRule.findMany({
    where: { publishedVersion: { not: null }, archivedAt: null },
    select: { id: true, publishedVersion: true, untilThenVersion: true, activeFrom: true },
  })
  const texts = await db.campaignTextVersion.groupBy({
    by: ['section'],
    where: { isDraft: false },
    _max: { version: true },
  })
  const corrections = await db.directoryCorrection.findMany({
    where: { expiresOn: { gte: toUkDay(now) } },
    select: { id: true },
  })
  const people = await db.user.findMany({ where: { removedAt: null }, select: { id: true } })
  const live: Partial<Record<TextTable, Set<string>>> = {
    MessageRule: new Set(rules.map(({ id }) => String(id))),
    MessageRuleVersion: new Set(
      rules.flatMap(({ id, publishedVersion, untilThenVersion, activeFrom }) => [
        `${id} ${publishedVersion}`,
        // Visitors get it until the published one begins.
        ...(untilThenVersion !== null && activeFrom && activeFrom > now ? [`${id} ${untilThenVersion}`] : []),
      ]),
    ),
    CampaignTextVersion: new Set(texts.map(({ section, _max }) => `${section} ${_max.version}`)),
    DirectoryCorrection: new Set(corrections.map(({ id }) => String(id))),
    User: new Set(people.map(({ id }) => id)),
  }
  return (model, key) => live[model]?.has(key) ?? false
}
