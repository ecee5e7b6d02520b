import type { Metadata } from 'next'
import { RuleList } from '@/components/desk/messages/rule-list'
import { isAtLeast } from '@/lib/staff/model/staff'
import { showRules } from '@/lib/messages/show-rules'
import { requireStaff } from '../_request/require-staff'
import { submitMove, submitSwitch } from './actions'
import '../../styles/desk/messages.css'
import '../../styles/desk/rule.css'

export const metadata: Metadata = { title: 'Messages' }

const notices: Record<string, string> = {
  published: 'Published. Visitors get it now.',
  discarded: 'The draft is thrown away.',
  on: 'The rule is switched on.',
  off: 'The rule is switched off.',
  gone: 'That rule is not there any more.',
}

export default async function MessagesPage({ searchParams }: PageProps<'/staff/messages'>) {
  const staff = await requireStaff('editor')
  const { done } = await searchParams
  const rules = await showRules(new Date())
  const drafts = rules.filter(({ states }) => states.some(({ kind }) => kind === 'draft')).length
  return (
    <>
      <h1>Messages</h1>
      <p className="staff-list">
        A visitor gets the message of the first rule that is for their seat, read from the top. Nothing that you write
        reaches a visitor before it is proved for all 650 seats and published.
      </p>
      <p className="rule-links">
        <a href="/staff/messages/new">Make a new rule</a>
        <a href="/staff/messages/proof">
          {drafts === 0 ? 'Proof' : drafts === 1 ? 'Prove and publish 1 draft' : `Prove and publish ${drafts} drafts`}
        </a>
      </p>
      {rules.length === 0 && <p>There are no rules yet. Make the first one: it should be for every seat.</p>}
      <RuleList
        notice={typeof done === 'string' && Object.hasOwn(notices, done) ? notices[done] : undefined}
        rules={rules}
        mayPublish={isAtLeast(staff.role, 'publisher')}
        move={submitMove}
        switchRule={submitSwitch}
      />
    </>
  )
}
