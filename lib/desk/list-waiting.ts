import 'server-only'
import { listTexts } from '../campaign/show-texts'
import { readCampaignSettings } from '../campaign/data/settings'
import { listDeskRules } from '../messages/data/desk'
import { formatMoment } from '../shared/model/uk-time'
import { listStaffNames } from '../staff/data/staff'
import { countUnlinked } from './data/counts'
import type { Attention } from './model/attention'

/** What waits for somebody or for its time: drafts, scheduled starts and ends, the notice, MPs that aren't linked. */
export async function listWaiting(now: Date): Promise<Attention[]> {
  const [rules, texts, stored, people, unlinked] = await Promise.all([
    listDeskRules(),
    listTexts(),
    readCampaignSettings(),
    listStaffNames(),
    countUnlinked(),
  ])
  const nameOf = (id: string | null) => people.find((person) => person.id === id)?.name ?? 'the command line'
  const ofRules = rules.flatMap(({ id, draft, published }): Attention[] => {
    const href = `/staff/messages/${id}`
    const name = `“${(draft ?? published)?.content.name}”`
    const waits = draft ? [{ text: `${name} is a draft by ${nameOf(draft.savedBy)}. It isn’t published.`, href }] : []
    if (!published?.content.isActive) return waits
    const { activeFrom, activeUntil } = published.content
    const moments = [
      ...(activeFrom && activeFrom > now ? [`starts on ${formatMoment(activeFrom)}`] : []),
      ...(activeUntil && activeUntil > now ? [`ends on ${formatMoment(activeUntil)}`] : []),
    ]
    return [
      ...waits,
      ...moments.map((moment) => ({ text: `The message “${published.content.name}” ${moment}.`, href })),
    ]
  })
  const ofTexts = texts
    .filter(({ hasDraft }) => hasDraft)
    .map(({ section, title }) => ({
      text: `The text “${title}” has a draft that isn’t published.`,
      href: `/staff/texts/${section}`,
    }))
  const linking = {
    text:
      unlinked === 1
        ? '1 MP on the wall isn’t linked to the directory.'
        : `${unlinked} MPs on the wall aren’t linked to the directory.`,
    href: '/staff/supporters?kind=mp&status=published',
  }
  return [...ofRules, ...ofTexts, ...listNotice(stored?.settings ?? null, now), ...(unlinked > 0 ? [linking] : [])]
}

type Notice = { noticeText: string; noticeFrom: Date | null; noticeUntil: Date | null }

function listNotice(notice: Notice | null, now: Date): Attention[] {
  if (!notice || notice.noticeText === '' || (notice.noticeUntil && notice.noticeUntil <= now)) return []
  const { noticeFrom, noticeUntil } = notice
  const until = noticeUntil ? ` until ${formatMoment(noticeUntil)}` : ', with no end'
  const text =
    noticeFrom && noticeFrom > now
      ? `A notice starts on ${formatMoment(noticeFrom)}${until}.`
      : `A notice is shown on every page${until}.`
  return [{ text, href: '/staff/settings' }]
}
