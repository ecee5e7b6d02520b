import 'server-only'
import { createEraser, type Eraser, erasedWord } from '../../audit/model/eraser'
import { recordAudit } from '../../audit/data/entries'
import { eraseFromLog, findInLog } from '../../audit/data/erase'
import { database, type PrismaClient, type Transaction } from '../../shared/database/client'
import { lock } from '../../shared/database/lock'
import type { ErasurePlace, Extract } from '../model/erasure'

/** Looks everywhere for words that are to be erased. @returns a piece of each row in which they are, by place */
export async function findEverywhere(words: readonly string[]): Promise<Record<ErasurePlace, Extract[]>> {
  const db = await database()
  const eraser = createEraser(words)
  const { supporters, corrections, rules, versions, links } = await readRows(db, eraser)
  const people = await db.user.findMany({ where: { removedAt: null }, select: { name: true, email: true } })
  const extract = (texts: (string | null)[]) =>
    texts.flatMap((text) => (text !== null && eraser.finds(text) ? eraser.extract(text) : [])).join(' · ')
  return {
    supporters: supporters.map(({ name, notes, logoAlt }) => ({ text: extract([name, notes, logoAlt]) })),
    corrections: corrections.map(({ reason }) => ({ text: extract([reason]) })),
    messages: [...rules, ...versions].map(({ name }) => ({ text: extract([name]) })),
    links: links.map(({ label }) => ({ text: extract([label]) })),
    staff: people.map(({ name, email }) => ({ text: extract([name, email]) })).filter(({ text }) => text !== ''),
    log: (await findInLog(db, eraser)).map(({ at, action, texts }) => ({
      at: at.toISOString(),
      action,
      text: extract(texts.slice(0, 1)),
    })),
  }
}

type By = Pick<Parameters<typeof recordAudit>[1], 'actor' | 'now'>

/** How many rows of each place were erased. */
export type Erased = Record<Exclude<ErasurePlace, 'staff'>, number>

/**
 * Erases it everywhere but among the staff, in one transaction, and records that. A supporter whose name it was leaves
 * the wall, with everything that says who they were.
 */
export async function eraseEverywhere(words: readonly string[], { actor, now }: By): Promise<Erased> {
  const eraser = createEraser(words)
  const db = await database()
  return db.$transaction(
    async (tx) => {
      await lock(tx, 'supporters')
      await lock(tx, 'messages')
      const { supporters, corrections, rules, versions, links } = await readRows(tx, eraser)
      for (const row of supporters) await eraseSupporter(tx, row, eraser, now)
      for (const { id, reason } of corrections)
        await tx.directoryCorrection.updateMany({ where: { id }, data: { reason: eraser.erase(reason) } })
      for (const { id, name } of rules)
        await tx.messageRule.updateMany({ where: { id }, data: { name: eraser.erase(name) } })
      for (const { ruleId, version, name } of versions)
        await tx.messageRuleVersion.updateMany({ where: { ruleId, version }, data: { name: eraser.erase(name) } })
      for (const { tag, label } of links)
        await tx.sourceLink.updateMany({ where: { tag }, data: { label: eraser.erase(label) } })
      await erasePresses(tx, eraser)
      const erased = {
        supporters: supporters.length,
        corrections: corrections.length,
        messages: rules.length + versions.length,
        links: links.length,
        log: await eraseFromLog(tx, eraser),
      }
      await recordAudit(tx, {
        actor,
        action: 'erasure.done',
        entity: 'erasure',
        entityId: 'request',
        before: null,
        after: erased,
        now,
      })
      return erased
    },
    { timeout: 60_000, maxWait: 30_000 },
  )
}

async function readRows(db: PrismaClient | Transaction, eraser: Eraser) {
  const { finds } = eraser
  const supporters = await db.supporter.findMany({
    select: { id: true, name: true, notes: true, logoAlt: true, status: true },
    orderBy: { id: 'asc' },
  })
  const corrections = await db.directoryCorrection.findMany({ select: { id: true, reason: true } })
  const rules = await db.messageRule.findMany({ select: { id: true, name: true } })
  const versions = await db.messageRuleVersion.findMany({ select: { ruleId: true, version: true, name: true } })
  const links = await db.sourceLink.findMany({ select: { tag: true, label: true } })
  return {
    supporters: supporters.filter(({ name, notes, logoAlt }) => finds(name) || finds(notes) || finds(logoAlt)),
    corrections: corrections.filter(({ reason }) => finds(reason)),
    rules: rules.filter(({ name }) => finds(name)),
    versions: versions.filter(({ name }) => finds(name)),
    links: links.filter(({ label }) => finds(label)),
  }
}

type SupporterRow = Awaited<ReturnType<typeof readRows>>['supporters'][number]

async function eraseSupporter(
  tx: Transaction,
  { id, name, notes, logoAlt, status }: SupporterRow,
  eraser: Eraser,
  now: Date,
): Promise<void> {
  const isThem = eraser.finds(name)
  if (isThem) await tx.replacedLogo.deleteMany({ where: { supporterId: id } })
  const whoTheyWere = {
    name: erasedWord,
    status: status === 'published' ? ('hidden' as const) : status,
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
  }
  await tx.supporter.updateMany({
    where: { id },
    data: {
      notes: eraser.erase(notes),
      logoAlt: logoAlt && eraser.erase(logoAlt),
      ...(isThem && whoTheyWere),
      updatedAt: now,
      version: { increment: 1 },
    },
  })
}

/** What forms answered is kept for a day, and may repeat what was typed. */
async function erasePresses(tx: Transaction, eraser: Eraser): Promise<void> {
  const rows = await tx.press.findMany({ where: { answer: { not: null } }, select: { key: true, answer: true } })
  const keys = rows.filter(({ answer }) => eraser.finds(answer)).map(({ key }) => key)
  await tx.press.deleteMany({ where: { key: { in: keys } } })
}
