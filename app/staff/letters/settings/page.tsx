import type { Metadata } from 'next'
import { StaffForm } from '@/components/desk/form'
import { MergingForm } from '@/components/desk/merging-form'
import { Moment } from '@/components/desk/moment'
import { showLetterSettings } from '@/lib/letters/show-settings'
import type { StaffField } from '@/lib/shared/model/form'
import { DoneNotice } from '../../_request/done-notice'
import { requireStaff } from '../../_request/require-staff'
import { submitLetterSettings, submitTestLetter } from '../actions'

export const metadata: Metadata = { title: 'How letters are sent' }

const fields: StaffField[] = [
  {
    name: 'isOn',
    label: '“Send it for me” on MPs’ pages',
    type: 'select',
    options: [
      { value: 'no', text: 'Off' },
      { value: 'yes', text: 'On' },
    ],
  },
  {
    name: 'redirectTo',
    label: 'Redirect all letters to',
    type: 'email',
    hint: 'For a rehearsal: this mailbox gets every MP’s letter, and no MP gets any. Empty: MPs get them.',
  },
  {
    name: 'perMpPerHour',
    label: 'To one MP, at most an hour',
    hint: 'So that an office isn’t flooded. 0: no limit.',
    maxLength: 6,
  },
  {
    name: 'perHour',
    label: 'To all MPs together, at most an hour',
    hint: 'What your mail server takes without complaint. 0: no limit.',
    maxLength: 6,
  },
]

const notices = { saved: 'Saved. Pages show it within a second.' }

export default async function LetterSettingsPage({ searchParams }: PageProps<'/staff/letters/settings'>) {
  await requireStaff('admin')
  const { done, undo } = await searchParams
  const { values, missing, testedAt } = await showLetterSettings()
  return (
    <div className="staff-narrow">
      <h1>How letters are sent</h1>
      <DoneNotice texts={notices} done={done} undo={undo} />
      <p>
        <a href="/staff/letters">Letters</a>
      </p>
      {missing.length > 0 ? (
        <ul>
          {missing.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      ) : (
        <p>Nothing is missing: letters can be switched on.</p>
      )}
      <StaffForm action={submitTestLetter} fields={[]} submit="Send me a test letter">
        {testedAt && (
          <p>
            The last one was accepted <Moment at={testedAt} />.
          </p>
        )}
      </StaffForm>
      <MergingForm
        action={submitLetterSettings}
        fields={[
          ...fields.map((field) => ({ ...field, value: values[field.name] ?? '' })),
          { name: 'version', label: '', type: 'hidden', value: values.version ?? '0' },
        ]}
        submit="Save"
      />
    </div>
  )
}
