import 'server-only'
import type { Change } from '../../audit/model/actor'
import type { SupporterValues } from '../model/fields'
import { isSnapshot, type LogoWords } from '../model/snapshot'
import type { Transaction } from '../../shared/database/client'
import { auditSupporters, readSnapshots } from './audit'
import { changeSupporters } from './batch'
import { isUniqueBreach, keepReplacedLogo } from './write'

const noLogo = { logoBytes: null, logoType: null, logoWidth: null, logoHeight: null, logoHash: null }

/** A supporter's earlier state, with its logo's details. */
export type FormerSupporter = {
  values: SupporterValues
  logo: LogoWords | null
  answeredChanges: string
  isArchived: boolean
}

/**
 * Restores a supporter to its state before a change.
 * @param after the state the change left, null when it deleted the supporter
 * @param before null when the change added the supporter, who is then deleted, or hidden if the public has seen
 * them
 */
export async function restoreSupporter(
  id: number,
  after: Record<string, unknown> | null,
  before: FormerSupporter | null,
  change: Change,
): Promise<'undone' | 'changed-since' | 'refused'> {
  try {
    return await changeSupporters(async (tx) => {
      const snapshots = await readSnapshots(tx, [id])
      if (!isSnapshot(snapshots.get(id) ?? null, after)) return 'changed-since'
      const isDone = before ? await writeBack(tx, id, before, change) : await takeAway(tx, id, change)
      if (!isDone) return 'refused'
      await auditSupporters(tx, { ids: [id], before: snapshots, action: 'supporter.undone', ...change })
      return 'undone'
    })
  } catch (error) {
    if (isUniqueBreach(error)) return 'refused' // the Parliament id has been taken
    throw error
  }
}

async function takeAway(tx: Transaction, id: number, { now }: Change): Promise<boolean> {
  const published = { contains: '"status":"published"' }
  const wasPublic = await tx.auditEntry.count({
    where: { entity: 'supporter', entityId: String(id), OR: [{ before: published }, { after: published }] },
  })
  if (wasPublic > 0)
    await tx.supporter.updateMany({
      where: { id },
      data: { status: 'hidden', updatedAt: now, version: { increment: 1 } },
    })
  else await tx.supporter.deleteMany({ where: { id } })
  return true
}

async function writeBack(
  tx: Transaction,
  id: number,
  { values, logo, answeredChanges, isArchived }: FormerSupporter,
  { now }: Change,
): Promise<boolean> {
  const picture = logo ? await findPicture(tx, id, logo.hash) : noLogo
  if (!picture) return false
  const data = {
    ...values,
    ...picture,
    logoAlt: logo?.alt ?? null,
    logoPermissionOn: logo?.permissionOn ?? null,
    answeredChanges,
    archivedAt: isArchived ? now : null, // its days begin again, so that none goes sooner than it says
    updatedAt: now,
  }
  await keepReplacedLogo(tx, id, logo?.hash ?? null)
  const { count } = await tx.supporter.updateMany({ where: { id }, data: { ...data, version: { increment: 1 } } })
  if (count === 0) await tx.supporter.create({ data: { ...data, id, createdAt: now }, select: { id: true } })
  return true
}

/** Finds a logo by hash: any supporter's current one, or this supporter's previous one. */
async function findPicture(tx: Transaction, supporterId: number, hash: string) {
  const fields = { logoBytes: true, logoType: true, logoWidth: true, logoHeight: true, logoHash: true } as const
  const used = await tx.supporter.findFirst({ where: { logoHash: hash }, select: fields })
  if (used) return used
  const replaced = await tx.replacedLogo.findFirst({ where: { supporterId, hash } })
  return (
    replaced && {
      logoBytes: replaced.bytes,
      logoType: replaced.type,
      logoWidth: replaced.width,
      logoHeight: replaced.height,
      logoHash: hash,
    }
  )
}
