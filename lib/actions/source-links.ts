import 'server-only'
import { z } from 'zod'
import { listSourceTotals } from './data/figures'
import { deleteArchivedLinks, listSourceLinks, markArchived, writeSourceLink } from './data/source-links'
import { listStaffNames } from '../staff/data/staff'
import { groupFigures, sumFigures } from './model/figures'
import { invitationWays } from './model/invitation'
import type { ByKind } from './model/public-counts'
import type { Change } from '../audit/model/actor'
import { otherSource, parseSourceTag } from './model/source-tag'
import { atMost, oneLine } from '../shared/model/inputs'
import { env } from '../shared/env'
import { type Refused, refuse, toProblems } from '../shared/model/result'

/** A source of visitors; `label` is for staff, null for a tag that staff didn't issue; `createdBy` is a name. */
export type Source = {
  tag: string
  label: string | null
  url: string
  createdBy: string | null
  createdAt: Date | null
  archivedAt: Date | null
  lastDay: string | null
} & ByKind<number>

const linkInput = z.strictObject({
  tag: z
    .string()
    .max(200, atMost(200))
    .trim()
    .refine((tag) => parseSourceTag(tag) !== null, 'Use 1 to 40 letters, digits, hyphens and underscores.')
    .refine((tag) => !tag.startsWith('share-'), 'Tags that start with share- are for invitations to friends.')
    .refine((tag) => tag !== otherSource, 'This tag stands for links we didn’t give out. Choose another.'),
  label: oneLine(100),
})

export type CreateSourceLinkAnswer = { outcome: 'created'; url: string } | Refused | { outcome: 'taken' }

/**
 * Issues a tag and returns the URL to publish.
 * @param input form fields, not trusted
 */
export async function createSourceLink(input: unknown, change: Change): Promise<CreateSourceLinkAnswer> {
  const parsed = linkInput.safeParse(input)
  if (!parsed.success) return refuse(...toProblems(parsed.error))
  return (await writeSourceLink(parsed.data, change))
    ? { outcome: 'created', url: composeUrl(parsed.data.tag) }
    : { outcome: 'taken' }
}

/**
 * Archives a link: out of the list, and deleted for good after a while. Until then, whoever follows it is still counted
 * under its tag. @param tag not trusted
 */
export async function archiveLink(tag: string, change: Change): Promise<{ outcome: 'archived' | 'not-found' }> {
  return { outcome: (await markArchived(tag, true, change)) ? 'archived' : 'not-found' }
}

/** Brings an archived link back. @param tag not trusted */
export async function bringLinkBack(tag: string, change: Change): Promise<{ outcome: 'brought-back' | 'not-found' }> {
  return { outcome: (await markArchived(tag, false, change)) ? 'brought-back' : 'not-found' }
}

/** Deletes an archived link for good, before its days are over. @param tag not trusted */
export async function deleteLink(tag: string, change: Change): Promise<{ outcome: 'deleted' | 'not-found' }> {
  return { outcome: (await deleteArchivedLinks(tag, change)) > 0 ? 'deleted' : 'not-found' }
}

/** Deletes all links for good whose days in the archive are over. @returns how many */
export async function emptyLinkArchive(now: Date): Promise<number> {
  return deleteArchivedLinks(null, { actor: null, now })
}

/** Every source that staff issued, archived links too, or that brought many visitors, with its exact all-time figures. For staff only. */
export async function listSources(): Promise<Source[]> {
  const [links, totals, people] = await Promise.all([listSourceLinks(), listSourceTotals(), listStaffNames()])
  const names = new Map(people.map(({ id, name }) => [id, name]))
  const known = new Map(links.map((link) => [link.tag, link]))
  const bySource = groupFigures(
    totals.filter(({ source }) => source !== ''),
    ({ source }) => source,
  )
  return [...new Set([...known.keys(), ...bySource.keys()])].map((tag) => {
    const rows = bySource.get(tag) ?? []
    const link = known.get(tag)
    return {
      tag,
      label: link?.label ?? labelOf(tag),
      url: composeUrl(tag),
      createdBy: link ? (names.get(link.createdBy) ?? 'the command line') : null,
      createdAt: link?.createdAt ?? null,
      archivedAt: link?.archivedAt ?? null,
      lastDay:
        rows
          .map(({ lastDay }) => lastDay)
          .sort()
          .at(-1) ?? null,
      ...sumFigures(rows),
    }
  })
}

/**
 * What staff call these sources: the name that a partner's link was given, with whether it is archived, or words for the
 * site's own tags. A tag without either isn't in it.
 */
export async function nameSources(tags: readonly string[]): Promise<Map<string, string>> {
  const links = await listSourceLinks()
  const labels = new Map(links.map(({ tag, label, archivedAt }) => [tag, archivedAt ? `${label} (archived)` : label]))
  return new Map(
    tags.flatMap((tag) => {
      const name = labels.get(tag) ?? labelOf(tag)
      return name === null ? [] : [[tag, name]]
    }),
  )
}

function labelOf(tag: string): string | null {
  if (tag === otherSource) return 'Other tags, which we didn’t give out'
  const way = invitationWays.find((each) => tag === `share-${each}`)
  return way ? `Invitations to friends: ${way}` : null
}

function composeUrl(tag: string): string {
  return `${env.SITE_URL}/?s=${tag}`
}
