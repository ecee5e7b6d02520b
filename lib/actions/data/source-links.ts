import 'server-only'
import type { Change } from '../../audit/model/actor'
import { recordAudit, startDeed } from '../../audit/data/entries'
import { database, type Transaction } from '../../shared/database/client'
import { isPastArchive } from '../../shared/model/archive'

/** A tag that staff have issued. */
export type SourceLink = { tag: string; label: string; createdBy: string; createdAt: Date; archivedAt: Date | null }

type LinkAction = `source.${'created' | 'removed' | 'archived' | 'brought-back' | 'deleted'}`
type LinkFields = Pick<SourceLink, 'label' | 'archivedAt'> | null

/** The tags that staff have issued, newest first, archived ones too. */
export async function listSourceLinks(): Promise<SourceLink[]> {
  const db = await database()
  return db.sourceLink.findMany({ orderBy: [{ createdAt: 'desc' }, { tag: 'asc' }] })
}

/** Saves a tag with its label; false when it already exists. */
export async function writeSourceLink(link: { tag: string; label: string }, change: Change): Promise<boolean> {
  const { actor, now } = change
  const db = await database()
  return db.$transaction(async (tx) => {
    const created = await tx.$executeRaw`
      INSERT INTO "SourceLink" ("tag", "label", "createdBy", "createdAt") VALUES (${link.tag}, ${link.label}, ${actor?.id ?? ''}, ${now}) ON CONFLICT DO NOTHING`
    if (created === 0) return false
    await record(tx, 'source.created', link.tag, { before: null, after: { ...link, archivedAt: null } }, change)
    return true
  })
}

/** Removes a tag that isn't archived from those that staff have issued; false when there is none. */
export async function deleteSourceLink(tag: string, change: Change): Promise<boolean> {
  const db = await database()
  return db.$transaction(async (tx) => {
    const link = await tx.sourceLink.findUnique({ where: { tag } })
    const { count } = await tx.sourceLink.deleteMany({ where: { tag, archivedAt: null } })
    if (!link || count === 0) return false
    await record(tx, 'source.removed', tag, { before: link, after: null }, change)
    return true
  })
}

/** Archives a link, or brings it back; false when there is none with this tag that is the other way. */
export async function markArchived(tag: string, isArchived: boolean, change: Change): Promise<boolean> {
  const archivedAt = isArchived ? change.now : null
  const db = await database()
  return db.$transaction(async (tx) => {
    const link = await tx.sourceLink.findUnique({ where: { tag } })
    const where = { tag, archivedAt: isArchived ? null : { not: null } }
    const { count } = await tx.sourceLink.updateMany({ where, data: { archivedAt } })
    if (!link || count === 0) return false
    const action = isArchived ? 'source.archived' : 'source.brought-back'
    await record(tx, action, tag, { before: link, after: { ...link, archivedAt } }, change)
    return true
  })
}

/**
 * Deletes archived links for good. What they brought stays counted under their tags.
 * @param tag of one of them, or null for all whose days are over
 * @returns how many
 */
export async function deleteArchivedLinks(tag: string | null, change: Change): Promise<number> {
  const db = await database()
  return db.$transaction(async (tx) => {
    const archived = await tx.sourceLink.findMany({
      where: { archivedAt: { not: null }, ...(tag !== null && { tag }) },
    })
    const due = archived.filter(
      ({ archivedAt }) => tag !== null || (archivedAt && isPastArchive(archivedAt, change.now)),
    )
    const deed = startDeed(due.length)
    for (const link of due) {
      await tx.sourceLink.delete({ where: { tag: link.tag } })
      await record(tx, 'source.deleted', link.tag, { before: link, after: null }, change, deed)
    }
    return due.length
  })
}

async function record(
  tx: Transaction,
  action: LinkAction,
  entityId: string,
  { before, after }: { before: LinkFields; after: LinkFields },
  { actor, now, undoing }: Change,
  deed: string | null = null,
): Promise<void> {
  const fields = (link: LinkFields) =>
    link && { label: link.label, ...(link.archivedAt && { archivedAt: link.archivedAt.toISOString() }) }
  const states = { before: fields(before), after: fields(after) }
  await recordAudit(tx, { actor, action, entity: 'source', entityId, ...states, now, undoing }, deed)
}
