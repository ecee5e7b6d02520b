import type { Metadata } from 'next'
import { RuleEditor } from '@/components/desk/messages/rule-editor'
import { showNewRule } from '@/lib/messages/show-rule'
import { requireStaff } from '../../_request/require-staff'
import { askPreview, submitRule } from '../actions'
import { readId } from '../../_request/read-seen'
import '../../../styles/desk/messages.css'
import '../../../styles/desk/rule.css'
import '../../../styles/desk/merge.css'

export const metadata: Metadata = { title: 'New rule' }

export default async function NewRulePage({ searchParams }: PageProps<'/staff/messages/new'>) {
  await requireStaff('editor')
  const { copy } = await searchParams
  const editing = await showNewRule(readId(copy), new Date())
  return (
    <>
      <h1>New rule</h1>
      <p className="staff-list">It comes in front of the last rule, as a draft. You can move it then.</p>
      <p className="rule-links">
        <a href="/staff/messages">All rules</a>
      </p>
      <RuleEditor action={submitRule} ask={askPreview} editing={editing} />
    </>
  )
}
