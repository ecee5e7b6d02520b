import 'server-only'
import type { MessageRule } from '../domain/message-rule'
import { database, type PrismaClient } from './client'
import { messageFacts } from './facts'

/** A rule as it is kept; `id` is the database's. */
export type StoredRule = MessageRule & { id: number }

const conditionFields = { isSupporter: true, nation: true, party: true, isSpeaker: true, abstains: true, isVacant: true, constituencyCode: true } as const
const textFields = { postText: true, emailSubject: true, emailBody: true } as const

/** All rules, also those that are switched off, in the order in which they apply. */
export async function listMessageRules(): Promise<StoredRule[]> {
  const db = await database()
  const rows = await db.messageRule.findMany({
    select: { id: true, position: true, name: true, isActive: true, ...conditionFields, ...textFields },
    orderBy: { position: 'asc' },
  })
  return rows.map(({ id, position, name, isActive, postText, emailSubject, emailBody, ...conditions }) => ({
    id, position, name, isActive, postText, emailSubject, emailBody, conditions,
  }))
}

/**
 * Keeps a rule: a new one without `id`, else in place of the one with that id.
 * @returns the id, or null when there is no rule with the id given
 */
export async function writeMessageRule({ id, conditions, ...rest }: MessageRule & { id?: number | undefined }, now: Date): Promise<number | null> {
  const db = await database()
  const data = { ...rest, ...conditions, updatedAt: now }
  if (id === undefined) return (await db.messageRule.create({ data, select: { id: true } })).id
  const { count } = await db.messageRule.updateMany({ where: { id }, data })
  return count > 0 ? id : null
}

/**
 * Fills an empty table with the shipped rules, in one transaction. Rules that are there, which staff
 * may have edited, are left as they are.
 * @returns the number of rules written
 */
export async function seedMessageRules(db: PrismaClient): Promise<number> {
  const rules = messageFacts()
  return db.$transaction(async (tx) => {
    const now = new Date()
    // A write first, as for the directory: processes that start together wait here for each other.
    await tx.heartbeat.upsert({ where: { id: 0 }, create: { id: 0, at: now }, update: { at: now } })
    if ((await tx.messageRule.count()) > 0) return 0
    await tx.messageRule.createMany({ data: rules.map(({ conditions, ...rule }) => ({ ...rule, ...conditions, updatedAt: now })) })
    return rules.length
  })
}
