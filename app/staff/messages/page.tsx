import type { Metadata } from 'next'
import { ArchivedList } from '@/components/desk/archived-list'
import { RuleList } from '@/components/desk/messages/rule-list'
import { archivedDays, formatLastDay } from '@/lib/shared/model/archive'
import { isAtLeast } from '@/lib/staff/model/staff'
import { listArchivedRules } from '@/lib/messages/show-archived'
import type { RuleLine } from '@/lib/messages/model/rule-views'
import { showRules } from '@/lib/messages/show-rules'
import { readUndo } from '../_request/done-notice'
import { undone } from '../_request/done-notice'
import { submitUndo } from '../log/actions'
import { requireStaff } from '../_request/require-staff'
import { submitMove, submitSwitch } from './actions'
import { submitRuleReturn } from './archive-actions'
import '../../styles/desk/messages.css'
import '../../styles/desk/rule.css'

export const metadata: Metadata = { title: 'Messages' }

const notices: Record<string, string> = {
  published: 'Published.',
  discarded: 'The draft is discarded.',
  on: 'Resumed.',
  off: 'Paused.',
  deleted: 'Deleted for good.',
  undone,
  gone: 'That message isn’t there any more.',
}

export default async function MessagesPage({ searchParams }: PageProps<'/staff/messages'>) {
  const staff = await requireStaff('editor')
  const { done, rule, undo } = await searchParams
  const [rules, archived] = await Promise.all([showRules(new Date()), listArchivedRules()])
  const mayPublish = isAtLeast(staff.role, 'publisher')
  const drafts = rules.filter(({ states }) => states.some(({ kind }) => kind === 'draft')).length
  return (
    <>
      <h1>Messages</h1>
      <p className="staff-list">
        A visitor gets the first message that fits their constituency, read from the top. Nothing you write reaches a
        visitor before it is checked for all 650 constituencies and published.
      </p>
      <p className="rule-links">
        <a href="/staff/messages/new">Make a new rule</a>
        <a href="/staff/messages/proof">
          {drafts === 0 ? 'Check' : drafts === 1 ? 'Check and publish 1 draft' : `Check and publish ${drafts} drafts`}
        </a>
      </p>
      {rules.length === 0 && <p>There are no rules yet. Make the first one: it should be for every seat.</p>}
      <RuleList
        notice={describeDone(
          done,
          rules.filter(({ id }) => [rule ?? []].flat().includes(String(id))),
        )}
        noticeUndo={done === undefined ? undefined : readUndo(undo)}
        rules={rules}
        mayPublish={mayPublish}
        move={submitMove}
        switchRule={submitSwitch}
        undo={submitUndo}
      />
      {archived.length > 0 && (
        <section aria-labelledby="archived">
          <h2 id="archived">Archived</h2>
          <p className="staff-list">
            No visitor gets these, and they are in no check. After {archivedDays} days they are deleted for good.
          </p>
          <ArchivedList
            heading="h3"
            rows={archived.map(({ id, name, archivedAt }) => ({
              id: String(id),
              name,
              page: `/staff/messages/${id}`,
              about: '',
              lastDay: formatLastDay(archivedAt),
              deletion: isAtLeast(staff.role, 'admin') ? `/staff/messages/${id}?ask=delete` : null,
            }))}
            bringBack={mayPublish ? submitRuleReturn : null}
          />
        </section>
      )}
    </>
  )
}

/** Says what was done, and what visitors get since, of each message if they differ. */
function describeDone(done: unknown, rules: RuleLine[]): string | undefined {
  if (typeof done !== 'string' || !Object.hasOwn(notices, done)) return undefined
  const isSame = new Set(rules.map(({ effect }) => effect)).size === 1
  const effects = rules.map(({ name, effect }) => (isSame ? effect : `“${name}”: ${effect}`))
  return [notices[done], ...new Set(effects)].join(' ')
}
