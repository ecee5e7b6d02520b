import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { StaffForm } from '@/components/desk/form'
import { MergingForm } from '@/components/desk/merging-form'
import { showText } from '@/lib/campaign/show-texts'
import type { StaffField } from '@/lib/shared/model/form'
import { isAtLeast } from '@/lib/staff/model/staff'
import { DoneNotice } from '../../_request/done-notice'
import { requireStaff } from '../../_request/require-staff'
import { submitText, submitTextDiscard, submitTextPublication } from '../actions'
import '../../../styles/desk/messages.css'
import '../../../styles/desk/merge.css'

export const metadata: Metadata = { title: 'Edit a text' }

const notices = {
  saved: 'Saved as a draft. Visitors see it once it’s published.',
  unchanged: 'Nothing is different from what was saved before, so nothing has changed.',
  published: 'Published. Visitors see it now.',
  discarded: 'The draft is discarded.',
  restored: 'The earlier version is now the draft. Visitors see it once it’s published.',
}

const hints = {
  line: undefined,
  prose: 'An empty line starts a paragraph, “- ” a list item. **Bold** and [words of a link](/about) work.',
  pairs: 'Put ## before each heading, and its text on the next line.',
  day: undefined,
}

export default async function TextPage({ params, searchParams }: PageProps<'/staff/texts/[section]'>) {
  const staff = await requireStaff('editor')
  const [{ section }, { done, undo }] = await Promise.all([params, searchParams])
  const text = await showText(section)
  if (!text) redirect('/staff/texts')
  const { title, where, version, by, hasDraft } = text
  const seen: StaffField[] = [
    { name: 'section', label: '', type: 'hidden', value: section },
    { name: 'version', label: '', type: 'hidden', value: String(version) },
  ]
  const fields: StaffField[] = text.fields.map(({ name, label, kind, max, hint, value }) => ({
    name,
    label,
    value,
    type: kind === 'line' ? (max > 100 ? 'textarea' : 'text') : kind === 'day' ? 'date' : 'textarea',
    maxLength: max,
    rows: kind === 'line' ? 3 : Math.min(Math.max(4, Math.ceil(max / 100)), 20),
    hint: hint ?? hints[kind] ?? `At most ${max} characters.`,
  }))
  return (
    <div className="staff-narrow">
      <h1>{title}</h1>
      <DoneNotice texts={notices} done={done} undo={undo} />
      <p>
        On {where}. {by}. {hasDraft && 'This is a draft: visitors don’t see it yet.'}
      </p>
      <p className="rule-links">
        <a href="/staff/texts">All texts</a>
        <a href={`/staff/texts/${section}/history`}>History</a>
        <a href={`/staff/preview/${section}`}>{hasDraft ? 'Preview the draft' : 'See it on the page'}</a>
      </p>
      {hasDraft && isAtLeast(staff.role, 'publisher') && (
        <StaffForm action={submitTextPublication} fields={seen} submit="Publish this draft" isOfSaved />
      )}
      <MergingForm action={submitText} fields={[...seen, ...fields]} submit="Save as a draft" />
      {hasDraft && (
        <details className="rule-discard">
          <summary>Discard draft</summary>
          <p>What visitors see stays as it is.</p>
          <StaffForm action={submitTextDiscard} fields={seen} submit="Discard draft" isQuiet />
        </details>
      )}
    </div>
  )
}
