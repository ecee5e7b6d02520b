import 'server-only'
import { createHash } from 'node:crypto'
import type { Logo } from '../domain/logo'
import type { SupporterValues } from '../domain/supporter-input'
import { database, type PrismaClient } from './client'
import { supporterFacts } from './facts'

/** A logo as it is kept: sizes in pixels, and the day on which its owner allowed it. */
export type StoredLogo = Logo & { width: number; height: number; alt: string; permissionOn: string }

/** A supporter as it is written. Without `logo` a change leaves it as it is; null removes it. */
export type SupporterChange = SupporterValues & { logo?: StoredLogo | null | undefined }

export type WriteAnswer = { outcome: 'saved'; id: number; version: number } | { outcome: 'taken' } | { outcome: 'conflict' } | { outcome: 'not-found' }

/**
 * Keeps a supporter: a new one without `known`, else in place of the version that is known.
 * @returns `taken` when another row of the kind has the member's id, `conflict` when there is a newer version
 */
export async function writeSupporter({ logo, ...rest }: SupporterChange, known: { id: number; version: number } | null, now: Date): Promise<WriteAnswer> {
  const db = await database()
  const data = { ...rest, ...(logo === undefined ? {} : toColumns(logo)), updatedAt: now }
  try {
    if (!known) {
      const { id, version } = await db.supporter.create({ data: { ...data, createdAt: now }, select: { id: true, version: true } })
      return { outcome: 'saved', id, version }
    }
    const { count } = await db.supporter.updateMany({ where: known, data: { ...data, version: { increment: 1 } } })
    return count > 0 ? { outcome: 'saved', id: known.id, version: known.version + 1 } : explainMiss(db, known.id)
  } catch (error) {
    if (isUniqueBreach(error)) return { outcome: 'taken' }
    throw error
  }
}

/**
 * Keeps a supporter's logo in place of the version that is known, and leaves all else as it is.
 * @returns `conflict` when there is a newer version
 */
export async function writeLogo(known: { id: number; version: number }, logo: StoredLogo, now: Date): Promise<Exclude<WriteAnswer, { outcome: 'taken' }>> {
  const db = await database()
  const { count } = await db.supporter.updateMany({ where: known, data: { ...toColumns(logo), updatedAt: now, version: { increment: 1 } } })
  return count > 0 ? { outcome: 'saved', id: known.id, version: known.version + 1 } : explainMiss(db, known.id)
}

/** The address of a logo: the first 128 bits of SHA-256 of its bytes, as hex. */
export function hashLogo(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, 32)
}

/**
 * Fills an empty table with the supporters at the campaign's start, in one transaction. Rows that are
 * there, which staff may have edited, are left as they are.
 * @returns the number of rows written
 */
export async function seedSupporters(db: PrismaClient): Promise<number> {
  const supporters = supporterFacts()
  return db.$transaction(async (tx) => {
    const now = new Date()
    // A write first, as for the directory: processes that start together wait here for each other.
    await tx.heartbeat.upsert({ where: { id: 0 }, create: { id: 0, at: now }, update: { at: now } })
    if ((await tx.supporter.count()) > 0) return 0
    await tx.supporter.createMany({ data: supporters.map((supporter) => ({ ...supporter, status: 'published', createdAt: now, updatedAt: now })) })
    return supporters.length
  })
}

async function explainMiss(db: PrismaClient, id: number): Promise<{ outcome: 'conflict' | 'not-found' }> {
  return { outcome: (await db.supporter.count({ where: { id } })) > 0 ? 'conflict' : 'not-found' }
}

function toColumns(logo: StoredLogo | null) {
  return {
    logoBytes: logo?.bytes ?? null,
    logoType: logo?.type ?? null,
    logoWidth: logo?.width ?? null,
    logoHeight: logo?.height ?? null,
    logoAlt: logo?.alt ?? null,
    logoHash: logo ? hashLogo(logo.bytes) : null,
    logoPermissionOn: logo?.permissionOn ?? null,
  }
}

/** Whether an error is a breach of a unique index, also by a statement of our own; kind and memberId have the only one. */
export function isUniqueBreach(error: unknown): boolean {
  if (!(error instanceof Error && 'code' in error)) return false
  return error.code === 'P2002' || (error.code === 'P2010' && /Code: `(?:23505|SQLITE_CONSTRAINT_UNIQUE)`/.test(error.message))
}
