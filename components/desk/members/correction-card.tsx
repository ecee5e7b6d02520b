import type { StaffFormState } from '@/lib/shared/model/form'
import { type CorrectionField, correctionNames } from '@/lib/members/model/correction'
import { Day } from '../day'
import { Moment } from '../moment'
import { StaffForm } from '../form'

type Props = {
  slug: string
  correction: {
    id: number
    field: CorrectionField
    value: string | null
    reason: string
    savedBy: string
    savedAt: Date
    expiresOn: string
    state: string
    directoryValue: string | null
    agrees: boolean
  }
  remove: ((previous: StaffFormState, form: FormData) => Promise<StaffFormState>) | null
}

/** A correction, and whether it is still needed. Read-only without `remove`. */
export function CorrectionCard({ slug, correction, remove }: Props) {
  const { id, field, value, reason, savedBy, savedAt, expiresOn } = correction
  const name = correctionNames[field]
  return (
    <li>
      <h3>{field === 'vacant' ? 'Marked as vacant' : `${name}: ${value ?? 'none'}`}</h3>
      <p className="correction-state" data-settled={correction.state !== 'applies' || correction.agrees}>
        {describeState(correction)}
      </p>
      <p>
        {reason}
        <br />
        By {savedBy}, <Moment at={savedAt} />. Holds until <Day on={expiresOn} />.
      </p>
      {remove && (
        <StaffForm
          action={remove}
          fields={[
            { name: 'id', label: '', type: 'hidden', value: String(id) },
            { name: 'slug', label: '', type: 'hidden', value: slug },
            { name: 'seen', label: '', type: 'hidden', value: savedAt.toISOString() },
          ]}
          submit="Remove"
          label={`Remove the correction: ${name}`}
          isQuiet
        />
      )}
    </li>
  )
}

function describeState({ field, state, agrees, directoryValue }: Props['correction']): string {
  if (state === 'expired') return 'Its day is over: it does nothing any more. Remove it.'
  if (state === 'other-member')
    return 'It was about somebody who does not sit here any more: it does nothing. Remove it.'
  if (agrees) return 'The source says the same by now: you can remove it.'
  return field === 'vacant'
    ? `In use. The source still names ${directoryValue ?? 'nobody'}.`
    : `In use. The source says: ${directoryValue ?? 'none'}.`
}
