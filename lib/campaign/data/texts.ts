import 'server-only'
import { z } from 'zod'
import type { Change } from '../../audit/model/actor'
import { recordAudit } from '../../audit/data/entries'
import { database, type Transaction } from '../../shared/database/client'
import { lock } from '../../shared/database/lock'
import type { Fields } from '../../shared/model/merge'
import type { TextSection } from '../model/shipped-texts'
import { toTextAudit } from '../model/text-snapshot'

/** A version of a section: `fields` differ from the shipped text. `savedBy` is the id of a member of staff. */
export type StoredText = { version: number; savedBy: string | null; savedAt: Date; fields: Fields }

/** A section as the desk sees it; both are null while nobody has changed it. */
export type DeskText = { version: number; published: StoredText | null; draft: StoredText | null }

/** What a section becomes: `published` undefined leaves what visitors see. */
export type NextText = { published?: Fields; draft: Fields | null }

/** A change to a section, with its name in the activity log. */
export type TextChange = Change & {
  action: `text.${'draft-saved' | 'draft-discarded' | 'published' | 'restored' | 'undone'}`
}

const fieldsShape = z.record(z.string(), z.string())
const selected = { version: true, savedBy: true, savedAt: true, isDraft: true, fields: true } as const
const newestFirst = { version: 'desc' } as const

/** What is published, by section. */
export async function readPublishedTexts(): Promise<Map<string, Fields>> {
  const db = await database()
  const rows = await db.campaignText.findMany({
    select: {
      section: true,
      versions: { where: { isDraft: false }, select: { fields: true }, orderBy: newestFirst, take: 1 },
    },
  })
  return new Map(rows.flatMap(({ section, versions: [newest] }) => (newest ? [[section, parse(newest.fields)]] : [])))
}

/** Every section that somebody has changed, with its draft. */
export async function listDeskTexts(): Promise<Map<string, DeskText>> {
  const db = await database()
  const rows = await db.campaignText.findMany({
    select: { section: true, version: true, versions: { select: selected, orderBy: newestFirst, take: 2 } },
  })
  return new Map(rows.map(({ section, version, versions }) => [section, toDeskText(version, versions)]))
}

/** A section with its draft. */
export async function readDeskText(section: TextSection): Promise<DeskText> {
  return read(await database(), section)
}

/** Every published version of a section, newest first. */
export async function listTextVersions(section: TextSection): Promise<StoredText[]> {
  const db = await database()
  const rows = await db.campaignTextVersion.findMany({
    where: { section, isDraft: false },
    select: selected,
    orderBy: newestFirst,
  })
  return rows.map(toStored)
}

/**
 * Changes a section, and logs it.
 * @param version the one that was looked at
 * @returns false when there is a newer one
 */
export async function writeText(
  section: TextSection,
  version: number,
  { published, draft }: NextText,
  { actor, now, undoing, action }: TextChange,
): Promise<boolean> {
  const db = await database()
  return db.$transaction(async (tx) => {
    await lock(tx, 'texts')
    const before = await read(tx, section)
    if (before.version !== version) return false
    const rows = [
      ...(published ? [{ isDraft: false, fields: published }] : []),
      ...(draft ? [{ isDraft: true, fields: draft }] : []),
    ]
    const next = version + Math.max(rows.length, 1)
    await tx.campaignText.upsert({
      where: { section },
      create: { section, version: next },
      update: { version: next },
      select: { section: true },
    })
    await tx.campaignTextVersion.deleteMany({ where: { section, isDraft: true } })
    await tx.campaignTextVersion.createMany({
      data: rows.map(({ isDraft, fields }, index) => ({
        section,
        version: version + 1 + index,
        savedBy: actor?.id ?? null,
        savedAt: now,
        isDraft,
        fields: JSON.stringify(fields),
      })),
    })
    const after = await read(tx, section)
    await recordAudit(tx, {
      actor,
      action,
      entity: 'text',
      entityId: section,
      before: toTextAudit(section, before),
      after: toTextAudit(section, after),
      now,
      undoing,
    })
    return true
  })
}

async function read(db: Transaction, section: string): Promise<DeskText> {
  const head = await db.campaignText.findUnique({ where: { section }, select: { version: true } })
  const rows = await db.campaignTextVersion.findMany({
    where: { section },
    select: selected,
    orderBy: newestFirst,
    take: 2,
  })
  return toDeskText(head?.version ?? 0, rows)
}

type TextRow = Omit<StoredText, 'fields'> & { fields: string; isDraft: boolean }

/** @param rows the newest two: there is at most one draft, and it is the newest */
function toDeskText(version: number, rows: TextRow[]): DeskText {
  const find = (isDraft: boolean) => rows.find((row) => row.isDraft === isDraft)
  const [published, draft] = [find(false), find(true)]
  return { version, published: published ? toStored(published) : null, draft: draft ? toStored(draft) : null }
}

function toStored({ version, savedBy, savedAt, fields }: Omit<StoredText, 'fields'> & { fields: string }): StoredText {
  return { version, savedBy, savedAt, fields: parse(fields) }
}

function parse(json: string): Fields {
  return fieldsShape.parse(JSON.parse(json))
}
