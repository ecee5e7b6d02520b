import 'server-only'
import { setImmediate } from 'node:timers/promises'
import { isDeepStrictEqual } from 'node:util'
import type { Change } from '../../audit/model/actor'
import { fieldNames, type SupporterValues } from '../model/fields'
import { isSnapshot, type LoggedLogo, splitSnapshot } from '../model/snapshot'
import type { Transaction } from '../../shared/database/client'
import { auditSupporters, readSnapshots, type SupporterSnapshots } from './audit'
import { changeSupporters, raiseVersions, toBatches, writeFields } from './batch'
import { isUniqueBreach, keepReplacedLogo } from './write'

const noLogo = { logoBytes: null, logoType: null, logoWidth: null, logoHeight: null, logoHash: null }

/** A supporter's earlier state, with its logo's details. */
export type FormerSupporter = {
  values: SupporterValues
  logo: LoggedLogo | null
  answeredChanges: string
  isArchived: boolean
}

/**
 * A supporter to restore. `after`: the state the change left, null when it deleted the supporter. `before`: null when
 * the change added the supporter, who is then deleted, or hidden if the public has seen them.
 */
export type RestoredSupporter = {
  id: number
  after: Record<string, unknown> | null
  before: FormerSupporter | null
}

class Stopped extends Error {
  constructor(readonly outcome: 'changed-since' | 'refused') {
    super(outcome)
  }
}

/** Restores supporters to their state before a deed, all or nothing. */
export async function restoreSupporters(
  restored: readonly RestoredSupporter[],
  change: Change,
): Promise<'undone' | 'changed-since' | 'refused'> {
  try {
    await changeSupporters(async (tx) => {
      const ids = restored.map(({ id }) => id)
      const snapshots = await readSnapshots(tx, ids)
      for (const batch of toBatches(restored)) {
        if (batch.some(({ id, after }) => !isSnapshot(snapshots.get(id) ?? null, after)))
          throw new Stopped('changed-since')
        await clearWay(tx, batch, change)
        await setImmediate()
      }
      for (const batch of toBatches(restored)) await restoreBatch(tx, batch, snapshots, change)
      await auditSupporters(tx, { ids, before: snapshots, action: 'supporter.undone', ...change })
    })
    return 'undone'
  } catch (error) {
    if (error instanceof Stopped) return error.outcome
    if (isUniqueBreach(error)) return 'refused' // the Parliament id has been taken
    throw error
  }
}

/** Takes away who was added, and the Parliament ids of the others: two who swap theirs would briefly share one. */
async function clearWay(tx: Transaction, batch: readonly RestoredSupporter[], { now }: Change): Promise<void> {
  const added = batch.filter(({ before }) => !before).map(({ id }) => id)
  const published = { contains: '"status":"published"' }
  const entries = await tx.auditEntry.findMany({
    where: {
      entity: 'supporter',
      entityId: { in: added.map(String) },
      OR: [{ before: published }, { after: published }],
    },
    select: { entityId: true },
  })
  const seen = new Set(entries.map(({ entityId }) => Number(entityId)))
  await tx.supporter.updateMany({
    where: { id: { in: [...seen] } },
    data: { status: 'hidden', updatedAt: now, version: { increment: 1 } },
  })
  await tx.supporter.deleteMany({ where: { id: { in: added.filter((id) => !seen.has(id)) } } })
  const others = batch.filter(({ before }) => before).map(({ id }) => id)
  await tx.supporter.updateMany({ where: { id: { in: others } }, data: { memberId: null } })
}

/** Most have changed in their fields alone, or are here again without a logo: one statement for all of them. */
async function restoreBatch(
  tx: Transaction,
  batch: readonly RestoredSupporter[],
  snapshots: SupporterSnapshots,
  change: Change,
): Promise<void> {
  const rows: ({ id: number } & SupporterValues)[] = []
  const again: ({ id: number } & FormerSupporter)[] = []
  for (const { id, before } of batch) {
    if (!before) continue
    const snapshot = snapshots.get(id)
    if (snapshot && hasSameRest(splitSnapshot(snapshot), before)) rows.push({ id, ...before.values })
    else if (!snapshot && !before.logo) again.push({ id, ...before })
    else if (!(await writeBack(tx, id, before, change))) throw new Stopped('refused')
  }
  await tx.supporter.createMany({
    data: again.map(({ id, ...before }) => ({ id, createdAt: change.now, ...toColumns(before, change) })),
  })
  if (rows.length > 0) {
    await raiseVersions(
      tx,
      rows.map(({ id }) => id),
      change.now,
    )
    await writeFields(tx, fieldNames, rows)
  }
  await setImmediate() // see `applyChanges`
}

function hasSameRest(
  { values: _values, ...now }: ReturnType<typeof splitSnapshot>,
  { values: _before, ...before }: FormerSupporter,
) {
  return isDeepStrictEqual(now, before)
}

async function writeBack(tx: Transaction, id: number, before: FormerSupporter, change: Change): Promise<boolean> {
  const { logo } = before
  const { now } = change
  const picture = logo ? await findPicture(tx, id, logo.hash) : noLogo
  if (!picture) return false
  const data = { ...toColumns(before, change), ...picture }
  await keepReplacedLogo(tx, id, logo?.hash ?? null)
  const { count } = await tx.supporter.updateMany({ where: { id }, data: { ...data, version: { increment: 1 } } })
  if (count === 0) await tx.supporter.create({ data: { ...data, id, createdAt: now }, select: { id: true } })
  return true
}

function toColumns({ values, logo, answeredChanges, isArchived }: FormerSupporter, { now }: Change) {
  return {
    ...values,
    logoAlt: logo?.alt ?? null,
    logoPermissionOn: logo?.permissionOn ?? null,
    answeredChanges,
    archivedAt: isArchived ? now : null, // its days begin again, so that none goes sooner than it says
    updatedAt: now,
  }
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
