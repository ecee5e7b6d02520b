import 'server-only'
import { createHash } from 'node:crypto'
import { type Duplicate, mayAcceptDuplicates } from '../model/duplicate'
import type { Logo } from '../model/logo'
import type { Change } from '../../audit/model/actor'
import type { SupporterValues } from '../model/fields'
import type { PrismaClient, Transaction } from '../../shared/database/client'
import { notArchived } from './archive'
import { supporterSeed } from './read-seed'
import { auditSupporters, readSnapshots } from './audit'
import { changeSupporters } from './batch'
import { findDuplicates, getNextPosition } from './place'
import { lock } from '../../shared/database/lock'

/** A stored logo: size in pixels, and the day its owner gave permission. */
export type StoredLogo = Logo & { width: number; height: number; alt: string; permissionOn: string }

/** A supporter to write. Without `position`, an existing one stays in place and a new one goes last. */
export type SupporterChange = Omit<SupporterValues, 'position'> & { position?: number | undefined }

/** A supporter and the version that was read. */
export type KnownVersion = { id: number; version: number }

export type UpdateAnswer =
  { outcome: 'saved'; id: number; version: number } | { outcome: 'conflict' } | { outcome: 'not-found' }
export type WriteAnswer =
  UpdateAnswer | { outcome: 'taken' } | { outcome: 'duplicates'; duplicates: Duplicate[]; mayAccept: boolean }

/** Asks for a check for duplicates before a supporter is written. */
export type DuplicateCheck = { acceptsDuplicates: boolean }

/**
 * Writes a supporter: creates it without `known`, otherwise updates that version. The logo stays.
 * @param check without it, duplicates aren't checked
 * @returns `taken` when another supporter of the kind has the Parliament id, `conflict` when there is a newer
 * version
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
 * Writes a supporter's logo over the known version, leaving everything else alone.
 * @param logo null removes it; without bytes only its details change
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
 * Saves staff's answer to a change in the directory over the known version.
 * @returns `conflict` when there is a newer version
 */
export async function writeWallAnswer(
  known: KnownVersion,
  answer: { answeredChanges: string; isFormer?: true; status?: 'hidden' },
  change: Change,
): Promise<UpdateAnswer> {
  return changeSupporters((tx) => update(tx, known, answer, 'supporter.wall-answered', change))
}

/** A logo's identifier in URLs: the first 128 bits of the SHA-256 of its bytes, in hex. */
export function hashLogo(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, 32)
}

/**
 * Seeds an empty table in one transaction. Leaves existing rows, which staff may have edited, alone.
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

/** Null when nothing prevents writing a supporter, and when its version is out of date. */
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
  // Saving unchanged values keeps the version, so it can't cause a conflict for anyone else.
  const isSame = was && Object.entries(data).every(([field, value]) => !(field in was) || was[field] === value)
  if (isSame)
    return (await tx.supporter.count({ where: { id, version } })) > 0
      ? { outcome: 'saved', id, version }
      : { outcome: 'conflict' }
  if (data.logoHash !== undefined) await keepReplacedLogo(tx, id, data.logoHash)
  const { count } = await tx.supporter.updateMany({
    where: { id, version, ...notArchived }, // so that nothing can put an archived supporter on the wall
    data: { ...data, updatedAt: change.now, version: { increment: 1 } },
  })
  if (count === 0) return { outcome: was ? 'conflict' : 'not-found' }
  await auditSupporters(tx, { ids: [id], before, action, ...change })
  return { outcome: 'saved', id, version: version + 1 }
}

/**
 * Keeps the logo a supporter is about to lose, so the change can be undone.
 * @param nextHash the new logo's hash, null for none
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

/**
 * Whether an error is a unique constraint violation, including in raw SQL. The only such index is on kind and
 * memberId.
 */
export function isUniqueBreach(error: unknown): boolean {
  if (!(error instanceof Error && 'code' in error)) return false
  return (
    error.code === 'P2002' ||
    (error.code === 'P2010' && /Code: `(?:23505|SQLITE_CONSTRAINT_UNIQUE)`/.test(error.message))
  )
}
