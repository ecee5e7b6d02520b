import type { Metadata } from 'next'
import { NoticeBar } from '@/components/site/notice-bar'
import { Moment } from '@/components/desk/moment'
import { Notice } from '@/components/desk/notice'
import { MergingForm } from '@/components/desk/merging-form'
import { campaignFieldNames, toCampaignFields } from '@/lib/campaign/model/form'
import type { StaffField } from '@/lib/shared/model/form'
import { describeCampaign } from '@/lib/campaign/describe'
import { requireStaff } from '../_request/require-staff'
import '../../styles/desk/merge.css'
import { submitSettings } from './actions'

export const metadata: Metadata = { title: 'Settings' }

const notices = { saved: 'Saved. Visitors see it within a second.' }

const describeFields = (isServerDissolved: boolean): Omit<StaffField, 'label' | 'value'>[] => [
  { name: 'version', type: 'hidden' },
  {
    name: 'ministerTitle',
    heading: 'Who the messages are about',
    hint: 'As a sentence names them, such as: the Home Secretary. Messages use it for {minister}.',
    maxLength: 100,
  },
  { name: 'ministerName', hint: 'May stay empty. Then messages give the title alone.', maxLength: 100 },
  { name: 'ministerHandle', hint: 'May stay empty.', maxLength: 16 },
  {
    name: 'hashtags',
    hint: 'At most five, with a space between them. Messages use them for {hashtags}.',
    maxLength: 260,
  },
  {
    name: 'goalOf',
    heading: 'The goal',
    type: 'select',
    hint: 'The front page shows it beside what is reached.',
    options: [
      { value: '', text: 'No goal' },
      { value: 'seats', text: 'MPs contacted' },
      { value: 'actions', text: 'Messages opened' },
    ],
  },
  { name: 'goalNumber', hint: 'A whole number. Of MPs at most 650.', maxLength: 12 },
  {
    name: 'isDissolved',
    heading: 'Parliament',
    type: 'select',
    hint: 'Before a general election Parliament is dissolved, and nobody is an MP. While it is, the site says so wherever it would name an MP, offers no message to send, counts nothing, and calls nobody on the wall an MP.',
    options: [
      { value: '', text: `As the server is set: ${isServerDissolved ? 'dissolved' : 'sitting'}` },
      { value: 'no', text: 'Sitting: there are MPs' },
      { value: 'yes', text: 'Dissolved: nobody is an MP' },
    ],
  },
  {
    name: 'noticeText',
    heading: 'Notice on every page',
    type: 'textarea',
    hint: 'One paragraph, or nothing. **Bold** and [words of a link](/about) work.',
    maxLength: 500,
    rows: 3,
  },
  { name: 'noticeFrom', type: 'datetime-local', hint: 'UK time. Empty: at once.' },
  { name: 'noticeUntil', type: 'datetime-local', hint: 'UK time. Empty: until somebody takes it away.' },
]

export default async function SettingsPage({ searchParams }: PageProps<'/staff/settings'>) {
  await requireStaff('admin')
  const [{ done }, { version, settings, savedBy, savedAt, notice, isServerDissolved }] = await Promise.all([
    searchParams,
    describeCampaign(),
  ])
  const values: Record<string, string> = { ...toCampaignFields(settings), version: String(version) }
  const fields = describeFields(isServerDissolved).map((field) => ({
    ...field,
    label: campaignFieldNames[field.name] ?? '',
    value: values[field.name] ?? '',
  }))
  return (
    <div className="staff-narrow">
      <h1>Settings</h1>
      <Notice texts={notices} done={done} />
      <p>
        {savedAt ? (
          <>
            Saved by {savedBy}, <Moment at={savedAt} />.
          </>
        ) : (
          'These are the settings that the site came with.'
        )}{' '}
        Before anything is saved, the messages of all 650 seats are tried with it.
      </p>
      {notice.length > 0 && (
        <figure className="staff-preview">
          <figcaption>The notice, as visitors see it while it is shown</figcaption>
          <NoticeBar notice={notice} />
        </figure>
      )}
      <MergingForm action={submitSettings} fields={fields} submit="Save" />
    </div>
  )
}
