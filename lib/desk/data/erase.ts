import 'server-only'
import { recordAudit } from '../../audit/data/entries'
import { eraseFromLog, findInLog } from '../../audit/data/erase'
import { createEraser, type Eraser, erasedWord } from '../../audit/model/eraser'
import { describeAction } from '../../audit/words'
import { database, type PrismaClient, type Transaction } from '../../shared/database/client'
import { dialectOf } from '../../shared/database/dialect'
import { lock } from '../../shared/database/lock'
import { formatMoment } from '../../shared/model/uk-time'
import type { ErasurePlace, Extract } from '../model/erasure'
import { eraseRow, extractRow, findRows, type FoundRow } from './erase-rows'
import { drawTags, findTags, renameTag } from './erase-tags'

/** What was found by place: what stays because it is live, and what can be erased. */
export type FoundPlaces = { live: Map<ErasurePlace, Extract[]>; found: Map<ErasurePlace, Extract[]> }

/** Looks everywhere in the database for words that are to be erased. */
export async function findEverywhere(words: readonly string[], now: Date): Promise<FoundPlaces> {
  const db = await database()
  const eraser = createEraser(words)
  return toPlaces(await read(db, eraser, now), eraser)
}

type Everything = {
  rows: FoundRow[]
  tags: string[]
  entries: Awaited<ReturnType<typeof findInLog>>
}

async function read(db: PrismaClient | Transaction, eraser: Eraser, now: Date): Promise<Everything> {
  return {
    rows: await findRows(db, eraser, now),
    tags: await findTags(db, eraser),
    entries: await findInLog(db, eraser),
  }
}

function toPlaces({ rows, tags, entries }: Everything, eraser: Eraser): FoundPlaces {
  const [live, found] = [new Map<ErasurePlace, Extract[]>(), new Map<ErasurePlace, Extract[]>()]
  const add = (to: typeof live, place: ErasurePlace, extract: Extract) => {
    const known = to.get(place)
    if (known) known.push(extract)
    else to.set(place, [extract])
  }
  for (const each of rows) {
    const { place } = each.of
    const described = each.of.describe(each.row, each.isLive)
    // The row of a message has the same words as its published version, which is listed.
    if (each.kept.length > 0 && each.of.model !== 'MessageRule')
      add(live, place, { ...described, text: extractRow(each, true, eraser) })
    if (each.ways.length > 0) add(found, place, { ...described, text: extractRow(each, false, eraser) })
  }
  for (const tag of tags) add(found, 'links', { where: 'Tag', href: '/staff/figures/sources', text: tag })
  for (const { at, day, action, tag, texts } of entries)
    add(found, 'log', {
      where: `${formatMoment(at)}, ${describeAction(action)}`,
      href: `/staff/log?day=${day}`,
      text: eraser.extract(texts[0] ?? tag ?? ''),
    })
  return { live, found }
}

type By = Pick<Parameters<typeof recordAudit>[1], 'actor' | 'now'>

/** How many rows of each place were erased. */
export type Erased = Partial<Record<ErasurePlace, number>>

/**
 * Erases it everywhere but where it is live, in one transaction, and records that. A supporter whose name it was leaves
 * the wall, with everything that says who they were.
 * @param isAsSeen whether what was found is what somebody agreed to erase
 * @param outside what will be erased outside the database, for the log
 * @returns null when it isn’t, and then nothing is erased
 */
export async function eraseEverywhere(
  words: readonly string[],
  isAsSeen: (places: FoundPlaces) => boolean,
  { actor, now }: By,
  outside: Erased,
): Promise<Erased | null> {
  const eraser = createEraser(words)
  const db = await database()
  return db.$transaction(
    async (tx) => {
      for (const name of ['settings', 'people', 'directory', 'supporters', 'messages', 'texts'] as const)
        await lock(tx, name)
      await dialectOf().liftTimeLimit(tx)
      const everything = await read(tx, eraser, now)
      const places = toPlaces(everything, eraser)
      if (!isAsSeen(places)) return null
      const rows = everything.rows.filter(({ ways }) => ways.length > 0)
      for (const row of rows) await eraseRow(tx, row, eraser)
      await finish(tx, rows, eraser, now)
      const newTag = drawTags()
      for (const tag of everything.tags) await renameTag(tx, tag, newTag(tag))
      await eraseFromLog(tx, eraser, newTag)
      const counts = [...places.found].map(([place, { length }]) => [place, length] as const)
      const erased: Erased = { ...Object.fromEntries(counts), ...outside }
      const about = { action: 'erasure.done', entity: 'erasure', entityId: 'request' } as const
      await recordAudit(tx, { actor, ...about, before: null, after: erased, now })
      return erased
    },
    { timeout: 120_000, maxWait: 30_000 },
  )
}

/** What else changes with the rows. Their versions go up, so that a form that is open doesn’t bring the words back. */
async function finish(tx: Transaction, rows: readonly FoundRow[], eraser: Eraser, now: Date): Promise<void> {
  const of = (model: string) => rows.filter((each) => each.of.model === model)
  const next = { version: { increment: 1 } }
  for (const { row } of of('Supporter')) {
    const id = Number(row.id)
    if (eraser.finds(String(row.name))) await eraseSupporter(tx, id)
    await tx.supporter.updateMany({ where: { id }, data: { updatedAt: now, ...next } })
  }
  const rules = [
    ...of('MessageRule').map(({ row }) => row.id),
    ...of('MessageRuleVersion').map(({ row }) => row.ruleId),
  ]
  await tx.messageRule.updateMany({ where: { id: { in: [...new Set(rules.map(Number))] } }, data: next })
  const sections = of('CampaignTextVersion').map(({ row }) => String(row.section))
  await tx.campaignText.updateMany({ where: { section: { in: [...new Set(sections)] } }, data: next })
}

async function eraseSupporter(tx: Transaction, id: number): Promise<void> {
  await tx.replacedLogo.deleteMany({ where: { supporterId: id } })
  await tx.supporter.updateMany({ where: { id, status: 'published' }, data: { status: 'hidden' } })
  await tx.supporter.updateMany({
    where: { id },
    data: {
      name: erasedWord,
      memberId: null,
      constituency: null,
      link: null,
      logoBytes: null,
      logoType: null,
      logoWidth: null,
      logoHeight: null,
      logoHash: null,
      logoAlt: null,
      logoPermissionOn: null,
    },
  })
}
