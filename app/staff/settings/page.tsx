import type { Metadata } from 'next'
import { NoticeBar } from '@/components/site/notice-bar'
import { Moment } from '@/components/desk/moment'
import { MergingForm } from '@/components/desk/merging-form'
import { campaignFieldNames, toCampaignFields } from '@/lib/campaign/model/form'
import type { CampaignSettings } from '@/lib/campaign/model/campaign'
import { formatMoment } from '@/lib/shared/model/uk-time'
import type { StaffField } from '@/lib/shared/model/form'
import { logoFileTypes } from '@/lib/supporters/model/logo-file'
import { describeCampaign } from '@/lib/campaign/describe'
import { listSeatsWithMp } from '@/lib/members/data/seats'
import type { SeatWithMp } from '@/lib/members/model/seat'
import { DoneNotice } from '../_request/done-notice'
import { requireStaff } from '../_request/require-staff'
import '../../styles/desk/merge.css'
import { submitSettings } from './actions'

export const metadata: Metadata = { title: 'Settings' }

// Fields of the form that aren’t settings themselves.
const labels: Record<string, string> = { ...campaignFieldNames, logoFile: 'Logo', logoChange: 'The logo' }

const notices = { saved: 'Saved. Visitors see it within a second.' }

/** Says when the notice that was saved is shown. */
function describeNotice({ noticeText, noticeFrom, noticeUntil }: CampaignSettings, now: Date): string {
  if (noticeText === '') return ''
  const until = noticeUntil ? ` until ${formatMoment(noticeUntil)}` : ''
  if (noticeUntil && noticeUntil <= now) return `The notice was shown${until}, and isn’t any more.`
  return noticeFrom && noticeFrom > now
    ? `The notice starts on ${formatMoment(noticeFrom)} and is shown${until || ' until you remove it'}.`
    : `The notice is shown now,${until || ' until you remove it'}.`
}

const describeFields = ({
  hasContact,
  hasLogo,
  mps,
}: {
  hasContact: boolean
  hasLogo: boolean
  mps: { value: string; text: string }[]
}): Omit<StaffField, 'label' | 'value'>[] => [
  { name: 'version', type: 'hidden' },
  {
    name: 'organisationName',
    heading: 'Who runs this site',
    hint: 'Every page names it. While this is empty, every page says that the site isn’t launched yet.',
    maxLength: 100,
  },
  { name: 'organisationKind', hint: 'As a sentence goes on, such as: a children’s rights charity.', maxLength: 100 },
  { name: 'charityNumber', hint: 'The number alone, such as 1234567 or SC012345.', maxLength: 20 },
  { name: 'organisationAddress', hint: 'On one line.', maxLength: 200 },
  { name: 'organisationUrl', type: 'url', hint: 'Its own website, such as https://example.org.', maxLength: 300 },
  {
    name: 'contactEmail',
    type: 'email',
    hint: hasContact
      ? 'If this is empty, pages show the server’s own (CONTACT_EMAIL).'
      : 'For everyone: visitors, MPs’ offices, and people who find a fault.',
  },
  { name: 'organisationLogo', type: 'hidden' },
  {
    name: 'logoFile',
    type: 'file',
    accept: logoFileTypes,
    hint: 'At the foot of every page and on the page about this site. PNG, JPEG, WebP, AVIF or SVG, at most 5 MB. We resize it to fit 480 × 240 pixels.',
  },
  ...(hasLogo
    ? [
        {
          name: 'logoChange',
          type: 'select' as const,
          options: [
            { value: '', text: 'Show the logo, or the new file' },
            { value: 'remove', text: 'Remove the logo' },
          ],
        },
      ]
    : []),
  { name: 'pressEmail', type: 'email', hint: 'For journalists, on the page about this site.' },
  {
    name: 'dataController',
    hint: 'Who answers for personal data in law. Leave it empty if that is the organisation.',
    maxLength: 100,
  },
  { name: 'privacyEmail', type: 'email', hint: 'If this is empty, the privacy page shows the contact email.' },
  {
    name: 'ministerTitle',
    heading: 'Who the messages are about',
    hint: 'As a sentence names them, such as: the Home Secretary. Messages use it for {minister}.',
    maxLength: 100,
  },
  { name: 'ministerName', hint: 'May stay empty. Then messages give the title alone.', maxLength: 100 },
  {
    name: 'ministerHandle',
    hint: 'May stay empty. Posts on X use it for {minister_handle}; elsewhere they give title and name.',
    maxLength: 16,
  },
  {
    name: 'ministerMemberId',
    type: 'select',
    hint: 'Their own constituents write to them directly, and nobody is asked to write to themselves.',
    options: [{ value: '', text: 'Not an MP, or not known' }, ...mps],
  },
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
    name: 'noticeText',
    heading: 'Notice on every page',
    type: 'textarea',
    hint: 'One paragraph, or nothing. **Bold** and [words of a link](/about) work.',
    maxLength: 500,
    rows: 3,
  },
  { name: 'noticeFrom', type: 'datetime-local', hint: 'UK time. Empty: at once.' },
  { name: 'noticeUntil', type: 'datetime-local', hint: 'UK time. Empty: until you remove it.' },
]

/** Every MP by name, and whoever was chosen once but sits no longer. */
function listMinisterChoices(seats: readonly SeatWithMp[], chosen: number | null) {
  const mps = seats
    .flatMap(({ name, mp }) => (mp ? [{ value: String(mp.id), text: `${mp.name} (${name})` }] : []))
    .sort((a, b) => a.text.localeCompare(b.text, 'en-GB'))
  const isKnown = chosen === null || mps.some(({ value }) => value === String(chosen))
  return isKnown ? mps : [{ value: String(chosen), text: 'The one chosen before, who is not an MP now' }, ...mps]
}

export default async function SettingsPage({ searchParams }: PageProps<'/staff/settings'>) {
  await requireStaff('admin')
  const [{ done, undo }, { version, settings, savedBy, savedAt, notice, hasContact }, seats] = await Promise.all([
    searchParams,
    describeCampaign(),
    listSeatsWithMp(),
  ])
  const values: Record<string, string> = { ...toCampaignFields(settings), version: String(version) }
  const fields = describeFields({
    hasContact,
    hasLogo: settings.organisationLogo !== null,
    mps: listMinisterChoices(seats, settings.ministerMemberId),
  }).map((field) => ({
    ...field,
    label: labels[field.name] ?? '',
    value: values[field.name] ?? '',
  }))
  return (
    <div className="staff-narrow">
      <h1>Settings</h1>
      <DoneNotice texts={notices} done={done} undo={undo} />
      <p>
        {savedAt ? (
          <>
            Saved by {savedBy}, <Moment at={savedAt} />.
          </>
        ) : (
          'Nobody has changed these settings yet.'
        )}{' '}
        Before anything is saved, the message of each of the 650 constituencies is tried with it.
      </p>
      <p>
        Closing for an election and emptying the wall are on a page of their own:{' '}
        <a href="/staff/switches">Big switches</a>.
      </p>
      {notice.length > 0 && <p>{describeNotice(settings, new Date())}</p>}
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
