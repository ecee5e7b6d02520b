import 'server-only'
import type { DeskRule, RuleVersion } from '../model/rule-versions'
import { database, type Transaction } from '../../shared/database/client'
import { type ContentRow, contentFields, toContent } from './content'

/** A rule at the version someone has seen. */
export type Seen = { id: number; version: number }

const versionFields = {
  ruleId: true,
  version: true,
  savedBy: true,
  savedAt: true,
  isDraft: true,
  ...contentFields,
} as const

/** All rules but archived ones, with their published content and drafts, in the order they apply. */
export async function listDeskRules(): Promise<DeskRule[]> {
  return (await listAllRules()).filter(isInUse)
}

/** `listDeskRules` with those that are archived, which come first. */
export async function listAllRules(): Promise<DeskRule[]> {
  return readDeskRules(await database())
}

/** Whether a rule is where staff work with it, not in the archive. */
export function isInUse({ archivedAt }: Pick<DeskRule, 'archivedAt'>): boolean {
  return archivedAt === null
}

/** Every version of a rule that has ever been published, newest first. */
export async function listRuleHistory(id: number): Promise<RuleVersion[]> {
  const db = await database()
  const rows = await db.messageRuleVersion.findMany({
    where: { ruleId: id, isDraft: false },
    select: versionFields,
    orderBy: { version: 'desc' },
  })
  return rows.map(toVersion)
}

/** `listAllRules` inside a transaction. */
export async function readDeskRules(db: Transaction): Promise<DeskRule[]> {
  const rules = await db.messageRule.findMany({
    select: {
      id: true,
      position: true,
      version: true,
      publishedVersion: true,
      untilThenVersion: true,
      archivedAt: true,
    },
    orderBy: { position: 'asc' },
  })
  const current = rules.flatMap(({ id, publishedVersion, untilThenVersion }) =>
    [publishedVersion, untilThenVersion].flatMap((version) => (version === null ? [] : [{ ruleId: id, version }])),
  )
  const versions = await db.messageRuleVersion.findMany({
    where: { OR: [{ isDraft: true }, ...current] },
    select: versionFields,
  })
  const find = (id: number, isWanted: (row: VersionRow & { isDraft: boolean }) => boolean) => {
    const row = versions.find((each) => each.ruleId === id && isWanted(each))
    return row ? toVersion(row) : null
  }
  return rules.map(({ publishedVersion, untilThenVersion, ...rule }) => ({
    ...rule,
    published: find(rule.id, (row) => row.version === publishedVersion),
    untilThen: find(rule.id, (row) => row.version === untilThenVersion),
    draft: find(rule.id, ({ isDraft }) => isDraft),
  }))
}

type VersionRow = ContentRow & Omit<RuleVersion, 'content'>

function toVersion(row: VersionRow): RuleVersion {
  const { version, savedBy, savedAt } = row
  return { version, savedBy, savedAt, content: toContent(row) }
}
