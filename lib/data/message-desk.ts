import 'server-only'
import type { DeskRule, RuleVersion } from '../domain/desk-rule'
import type { RuleContent } from '../domain/message-rule'
import { database, type PrismaClient } from './client'
import { contentFields, toContent } from './message-rules'

type Transaction = Parameters<Parameters<PrismaClient['$transaction']>[0]>[0]

/** Who changes something, as an id that means nothing here, and when. */
export type Change = { by: string; now: Date }

/** A version of a rule that somebody has seen. */
export type Seen = { id: number; version: number }

const versionFields = { ruleId: true, version: true, savedBy: true, savedAt: true, isDraft: true, ...contentFields } as const

/** All rules with what is published of them and their drafts, in the order in which they apply. */
export async function listDeskRules(): Promise<DeskRule[]> {
  return read(await database())
}

/** Every version of a rule that was ever published, the newest first. */
export async function listRuleHistory(id: number): Promise<RuleVersion[]> {
  const db = await database()
  const rows = await db.messageRuleVersion.findMany({ where: { ruleId: id, isDraft: false }, select: versionFields, orderBy: { version: 'desc' } })
  return rows.map(toVersion)
}

/** Makes a rule that has a draft only, in front of the last one. */
export async function createDraft(content: RuleContent, { by, now }: Change): Promise<Seen> {
  const db = await database()
  return db.$transaction(async (tx) => {
    await takeTurn(tx, now)
    const places = await tx.messageRule.findMany({ select: { id: true, position: true }, orderBy: { position: 'asc' } })
    const columns = toColumns(content)
    const position = (places.at(-1)?.position ?? 0) + 10
    const draft = { version: 1, savedBy: by, savedAt: now, isDraft: true, ...columns }
    const { id } = await tx.messageRule.create({ data: { position, ...columns, isActive: false, updatedAt: now, versions: { create: draft } }, select: { id: true } })
    const ids = places.map((place) => place.id)
    await arrange(tx, [...ids.slice(0, -1), id, ...ids.slice(-1)])
    return { id, version: 1 }
  })
}

/** Keeps the draft of the version that is known, or drops it with null; false when there is a newer version. */
export async function writeDraft({ id, version }: Seen, content: RuleContent | null, { by, now }: Change): Promise<boolean> {
  const db = await database()
  return db.$transaction(async (tx) => {
    await takeTurn(tx, now)
    const { count } = await tx.messageRule.updateMany({ where: { id, version }, data: { version: version + 1, updatedAt: now } })
    if (count === 0) return false
    await tx.messageRuleVersion.deleteMany({ where: { ruleId: id, isDraft: true } })
    if (content) await tx.messageRuleVersion.create({ data: { ruleId: id, version: version + 1, savedBy: by, savedAt: now, isDraft: true, ...toColumns(content) }, select: { version: true } })
    else await tx.messageRule.deleteMany({ where: { id, publishedVersion: null } })
    return true
  })
}

/**
 * Brings contents into force, all or nothing, and ends the drafts of those rules.
 * @param seen every rule, in the order in which it was seen: what was proved
 * @returns false when any of it has changed since
 */
export async function publish(seen: readonly Seen[], contents: ReadonlyMap<number, RuleContent>, { by, now }: Change): Promise<boolean> {
  const db = await database()
  return db.$transaction(async (tx) => {
    if (!(await isAsSeen(tx, seen, now))) return false
    for (const { id, version } of seen) {
      const content = contents.get(id)
      if (!content) continue
      const columns = toColumns(content)
      const next = version + 1
      await tx.messageRuleVersion.deleteMany({ where: { ruleId: id, isDraft: true } })
      await tx.messageRuleVersion.create({ data: { ruleId: id, version: next, savedBy: by, savedAt: now, isDraft: false, ...columns }, select: { version: true } })
      await tx.messageRule.update({ where: { id }, data: { ...columns, version: next, publishedVersion: next, updatedAt: now }, select: { id: true } })
    }
    return true
  })
}

/**
 * Puts the rules into another order.
 * @param seen as for `publish`
 * @param ids every rule, in the new order
 */
export async function reorder(seen: readonly Seen[], ids: readonly number[], { now }: Change): Promise<boolean> {
  const db = await database()
  return db.$transaction(async (tx) => {
    if (!(await isAsSeen(tx, seen, now))) return false
    await arrange(tx, ids)
    return true
  })
}

// Positions are unique, so first everybody stands aside.
async function arrange(tx: Transaction, ids: readonly number[]) {
  for (const sign of [-1, 1]) {
    for (const [index, id] of ids.entries()) {
      await tx.messageRule.update({ where: { id }, data: { position: sign * (index + 1) * 10 }, select: { id: true } })
    }
  }
}

async function isAsSeen(tx: Transaction, seen: readonly Seen[], now: Date): Promise<boolean> {
  await takeTurn(tx, now)
  const rows = await tx.messageRule.findMany({ select: { id: true, version: true }, orderBy: { position: 'asc' } })
  return JSON.stringify(rows.map(({ id, version }) => [id, version])) === JSON.stringify(seen.map(({ id, version }) => [id, version]))
}

// A write first: processes and requests that change the set of rules wait here for each other, on both databases.
async function takeTurn(tx: Transaction, now: Date) {
  await tx.heartbeat.upsert({ where: { id: 0 }, create: { id: 0, at: now }, update: { at: now } })
}

async function read(db: PrismaClient): Promise<DeskRule[]> {
  const rules = await db.messageRule.findMany({
    select: { id: true, position: true, version: true, publishedVersion: true },
    orderBy: { position: 'asc' },
  })
  const current = rules.flatMap(({ id, publishedVersion }) => (publishedVersion === null ? [] : [{ ruleId: id, version: publishedVersion }]))
  const versions = await db.messageRuleVersion.findMany({ where: { OR: [{ isDraft: true }, ...current] }, select: versionFields })
  const find = (id: number, isDraft: boolean) => {
    const row = versions.find((each) => each.ruleId === id && each.isDraft === isDraft)
    return row ? toVersion(row) : null
  }
  return rules.map(({ id, position, version }) => ({ id, position, version, published: find(id, false), draft: find(id, true) }))
}

type VersionRow = Parameters<typeof toContent>[0] & Omit<RuleVersion, 'content'>

function toVersion(row: VersionRow): RuleVersion {
  const { version, savedBy, savedAt } = row
  return { version, savedBy, savedAt, content: toContent(row) }
}

function toColumns({ conditions, ...rest }: RuleContent) {
  return { ...rest, ...conditions }
}
