import 'server-only'
import type { MessageRule } from '../model/rule'
import { database, type PrismaClient } from '../../shared/database/client'
import { contentFields, toColumns, toContent } from './content'
import { succeed } from '../model/rule-versions'
import { messageSeed } from './read-seed'
import { lock } from '../../shared/database/lock'

/** A stored rule; `id` is the database's. */
export type StoredRule = MessageRule & { id: number }

/**
 * All published rules but archived ones, in the order they apply, including those that are paused or scheduled, and the words that visitors
 * get until new ones begin. Read for every message.
 */
export async function listMessageRules(): Promise<StoredRule[]> {
  const db = await database()
  const rows = await db.messageRule.findMany({
    where: { publishedVersion: { not: null }, archivedAt: null },
    select: { id: true, position: true, untilThenVersion: true, ...contentFields },
    orderBy: { position: 'asc' },
  })
  const replaced = rows.flatMap(({ id: ruleId, untilThenVersion: version }) =>
    version === null ? [] : [{ ruleId, version }],
  )
  const before = await (replaced.length === 0
    ? []
    : db.messageRuleVersion.findMany({ where: { OR: replaced }, select: { ruleId: true, ...contentFields } }))
  return rows.flatMap((row) => {
    const old = before.find(({ ruleId }) => ruleId === row.id)
    // Read for all times: the old words end when the new ones begin.
    return succeed(old && toContent(old), toContent(row), new Date(0)).map((content) => ({
      id: row.id,
      position: row.position,
      ...content,
    }))
  })
}

/** The ids of all rules that were ever published, archived ones too. */
export async function listPublishedIds(): Promise<number[]> {
  const db = await database()
  const rows = await db.messageRule.findMany({ where: { publishedVersion: { not: null } }, select: { id: true } })
  return rows.map(({ id }) => id)
}

/**
 * Seeds an empty table in one transaction. Leaves existing rows, which staff may have edited, alone.
 * @returns the number of rules written
 */
export async function seedMessageRules(db: PrismaClient): Promise<number> {
  const rules = messageSeed()
  return db.$transaction(async (tx) => {
    const now = new Date()
    await lock(tx, 'messages')
    if ((await tx.messageRule.count()) > 0) return 0
    for (const { position, ...rule } of rules) {
      const content = toColumns(rule)
      const first = { version: 1, savedAt: now, isDraft: false, ...content }
      await tx.messageRule.create({
        data: { position, ...content, updatedAt: now, publishedVersion: 1, versions: { create: first } },
        select: { id: true },
      })
    }
    return rules.length
  })
}
