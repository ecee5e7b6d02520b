import 'server-only'
import { createHash } from 'node:crypto'
import { type Duplicate, mayAcceptDuplicates } from '../model/duplicate'
import type { Logo } from '../model/logo'
import type { Change } from '../../audit/model/actor'
import type { SupporterValues } from '../model/fields'
import type { PrismaClient, Transaction } from '../../shared/database/client'
import { supporterSeed } from './read-seed'
import { auditSupporters, readSnapshots } from './audit'
import { changeSupporters } from './batch'
import { findDuplicates, getNextPosition } from './place'
import { lock } from '../../shared/database/lock'

/** A logo as it is kept: sizes in pixels, and the day on which its owner allowed it. */
export type StoredLogo = Logo & { width: number; height: number; alt: string; permissionOn: string }

/** A supporter as it is written. Without `position` a change leaves it where it is, and a new one goes last. */
export type SupporterChange = Omit<SupporterValues, 'position'> & { position?: number | undefined }

/** A supporter that somebody has read. */
export type KnownVersion = { id: number; version: number }

export type UpdateAnswer =
  { outcome: 'saved'; id: number; version: number } | { outcome: 'conflict' } | { outcome: 'not-found' }
export type WriteAnswer =
  UpdateAnswer | { outcome: 'taken' } | { outcome: 'duplicates'; duplicates: Duplicate[]; mayAccept: boolean }

/** Set where a supporter must not be written unseen beside somebody who may be the same. */
export type DuplicateCheck = { acceptsDuplicates: boolean }

/**
 * Writes a supporter: a new one without `known`, else in place of the version that is known. Its logo stays.
 * @param check without it, nobody looks for duplicates
 * @returns `taken` when another row of the kind has the member's id, `conflict` when there is a newer version
 */
export async function writeSupporter(
  { position, ...rest }: SupporterChange,
  known: KnownVersion | null,
  change: Change,
  check?: DuplicateCheck,
): Promise<WriteAnswer> {
  const data = position === undefined ? rest : { ...rest, position }
  try {
    return await changeSupporters(async (tx) => {
      const found = check && (await checkDuplicates(tx, data, known, check))
      if (found) return found
      return known ? update(tx, known, data, 'supporter.changed', change) : create(tx, data, change)
    })
  } catch (error) {
    if (isUniqueBreach(error)) return { outcome: 'taken' }
    throw error
  }
}

/**
 * Keeps a supporter's logo in place of the version that is known, and leaves all else as it is.
 * @param logo null removes it; without bytes only its words change
 * @returns `conflict` when there is a newer version
 */
export async function writeLogo(
  known: KnownVersion,
  logo: StoredLogo | Pick<StoredLogo, 'alt' | 'permissionOn'> | null,
  change: Change,
): Promise<UpdateAnswer> {
  const columns =
    logo && !('bytes' in logo) ? { logoAlt: logo.alt, logoPermissionOn: logo.permissionOn } : toColumns(logo)
  return changeSupporters((tx) => update(tx, known, columns, 'supporter.logo-changed', change))
}

/**
 * Keeps what staff answered to a change in the directory, in place of the version that is known.
 * @returns `conflict` when there is a newer version
 */
export async function writeWallAnswer(
  known: KnownVersion,
  answer: { answeredChanges: string; isFormer?: true; status?: 'hidden' },
  change: Change,
): Promise<UpdateAnswer> {
  return changeSupporters((tx) => update(tx, known, answer, 'supporter.wall-answered', change))
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
  const supporters = supporterSeed()
  return db.$transaction(async (tx) => {
    const now = new Date()
    await lock(tx, 'supporters')
    if ((await tx.supporter.count()) > 0) return 0
    await tx.supporter.createMany({
      data: supporters.map((supporter) => ({ ...supporter, createdAt: now, updatedAt: now })),
    })
    return supporters.length
  })
}

type Columns = Omit<SupporterValues, 'position'> & { position?: number }

/** Null when nothing stands against writing a supporter, also when its version is no longer the newest one. */
async function checkDuplicates(
  tx: Transaction,
  { kind, name, memberId }: Columns,
  known: KnownVersion | null,
  { acceptsDuplicates }: DuplicateCheck,
): Promise<Extract<WriteAnswer, { outcome: 'duplicates' }> | null> {
  if (known) {
    const was = await tx.supporter.findFirst({
      where: { id: known.id, version: known.version },
      select: { kind: true, name: true, memberId: true },
    })
    if (!was || (was.name === name && was.memberId === memberId && was.kind === kind)) return null
  }
  const duplicates = await findDuplicates(tx, { id: known?.id, name, memberId })
  const mayAccept = mayAcceptDuplicates(duplicates, kind)
  return duplicates.length === 0 || (mayAccept && acceptsDuplicates)
    ? null
    : { outcome: 'duplicates', duplicates, mayAccept }
}

async function create(tx: Transaction, data: Columns, change: Change): Promise<UpdateAnswer> {
  const position = data.position ?? (await getNextPosition(tx))
  const { id, version } = await tx.supporter.create({
    data: { ...data, position, createdAt: change.now, updatedAt: change.now },
    select: { id: true, version: true },
  })
  await auditSupporters(tx, { ids: [id], before: new Map(), action: 'supporter.created', ...change })
  return { outcome: 'saved', id, version }
}

async function update(
  tx: Transaction,
  known: KnownVersion,
  data: Partial<SupporterValues & LogoColumns & { answeredChanges: string }>,
  action: string,
  change: Change,
): Promise<UpdateAnswer> {
  const { id, version } = known
  const before = await readSnapshots(tx, [id])
  const was = before.get(id)
  // Saving without a change changes nothing: nobody else gets a conflict because of it.
  const isSame = was && Object.entries(data).every(([field, value]) => !(field in was) || was[field] === value)
  if (isSame)
    return (await tx.supporter.count({ where: { id, version } })) > 0
      ? { outcome: 'saved', id, version }
      : { outcome: 'conflict' }
  if (data.logoHash !== undefined) await keepReplacedLogo(tx, id, data.logoHash)
  const { count } = await tx.supporter.updateMany({
    where: { id, version },
    data: { ...data, updatedAt: change.now, version: { increment: 1 } },
  })
  if (count === 0) return { outcome: was ? 'conflict' : 'not-found' }
  await auditSupporters(tx, { ids: [id], before, action, ...change })
  return { outcome: 'saved', id, version: version + 1 }
}

/**
 * Keeps the logo that a supporter is about to lose, so that it can come back.
 * @param nextHash of the one that it gets, null for none
 */
export async function keepReplacedLogo(tx: Transaction, supporterId: number, nextHash: string | null): Promise<void> {
  const { logoBytes, logoHash, logoType, logoWidth, logoHeight } =
    (await tx.supporter.findUnique({ where: { id: supporterId } })) ?? {}
  if (!logoBytes || !logoHash || !logoType || !logoWidth || !logoHeight || logoHash === nextHash) return
  const logo = { bytes: logoBytes, hash: logoHash, type: logoType, width: logoWidth, height: logoHeight }
  await tx.replacedLogo.upsert({ where: { supporterId }, create: { supporterId, ...logo }, update: logo })
}

type LogoColumns = ReturnType<typeof toColumns>

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
  return (
    error.code === 'P2002' ||
    (error.code === 'P2010' && /Code: `(?:23505|SQLITE_CONSTRAINT_UNIQUE)`/.test(error.message))
  )
}
