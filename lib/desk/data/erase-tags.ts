import 'server-only'
import { randomUUID } from 'node:crypto'
import { type Eraser, findsLoosely } from '../../audit/model/eraser'
import { isBuiltInTag, otherSource } from '../../actions/model/source-tag'
import type { PrismaClient, Transaction } from '../../shared/database/client'

const erasedTag = 'erased-'

/** The tags of links, given out or counted, in which it is. */
export async function findTags(db: PrismaClient | Transaction, eraser: Eraser): Promise<string[]> {
  const given = await db.sourceLink.findMany({ select: { tag: true } })
  const counted = await db.sourceTotal.groupBy({ by: ['source'] })
  const held = await db.heldAction.groupBy({ by: ['source'] })
  const tags = [...given.map(({ tag }) => tag), ...[...counted, ...held].map(({ source }) => source ?? '')]
  return [...new Set(tags)].filter(
    (tag) => !isBuiltInTag(tag) && tag !== otherSource && !tag.startsWith(erasedTag) && findsLoosely(tag, eraser),
  )
}

/** Draws new tags: always the same for the same old one. */
export function drawTags(): (tag: string) => string {
  const drawn = new Map<string, string>()
  return (tag) => {
    const known = drawn.get(tag) ?? `${erasedTag}${randomUUID().slice(0, 8)}`
    drawn.set(tag, known)
    return known
  }
}

/** Gives a tag another name wherever it stands, so that what came by it stays counted. */
export async function renameTag(tx: Transaction, tag: string, next: string): Promise<void> {
  const [where, data] = [{ where: { source: tag } }, { data: { source: next } }]
  await tx.sourceLink.updateMany({ where: { tag }, data: { tag: next } })
  await tx.sourceTotal.updateMany({ ...where, ...data })
  await tx.action.updateMany({ ...where, ...data })
  await tx.heldAction.updateMany({ ...where, ...data })
}
