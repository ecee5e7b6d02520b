import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { RuleEditor } from '@/components/desk/messages/rule-editor'
import { RuleStates } from '@/components/desk/messages/rule-states'
import { StaffForm } from '@/components/desk/form'
import { showRule } from '@/lib/messages/show-rule'
import { DoneNotice } from '../../_request/done-notice'
import { requireStaff } from '../../_request/require-staff'
import { askPreview, submitDiscard, submitRule } from '../actions'
import { readId } from '../../_request/read-seen'
import '../../../styles/desk/messages.css'
import '../../../styles/desk/rule.css'
import '../../../styles/desk/merge.css'

export const metadata: Metadata = { title: 'Edit a rule' }

const notices = {
  saved: 'Saved as a draft. Visitors do not get it before it is published.',
  restored: 'The earlier version is the draft now. Visitors do not get it before it is published.',
}

export default async function RulePage({ params, searchParams }: PageProps<'/staff/messages/[id]'>) {
  await requireStaff('editor')
  const [{ id }, { done, undo }] = await Promise.all([params, searchParams])
  const rule = await showRule(readId(id), new Date())
  if (!rule) redirect('/staff/messages?done=gone')
  const { editing, hasDraft, isPublished } = rule
  return (
    <>
      <h1>{rule.name}</h1>
      <DoneNotice texts={notices} done={done} undo={undo} />
      <RuleStates states={rule.states} />
      <p className="fine">{rule.by}.</p>
      <p className="rule-links">
        <a href="/staff/messages">All rules</a>
        <a href={`/staff/messages/${id}/history`}>History</a>
      </p>
      <RuleEditor
        action={submitRule}
        ask={askPreview}
        editing={editing}
        publishHref={hasDraft ? `/staff/messages/proof?draft=${id}` : null}
      />
      {hasDraft && (
        <details className="rule-discard">
          <summary>Discard draft</summary>
          <p>{isPublished ? 'What is published stays as it is.' : 'It was never published, so the whole rule goes.'}</p>
          <StaffForm
            action={submitDiscard}
            fields={[
              { name: 'id', label: '', type: 'hidden', value: editing.id },
              { name: 'version', label: '', type: 'hidden', value: editing.version },
            ]}
            submit="Discard draft"
            isQuiet
          />
        </details>
      )}
    </>
  )
}
