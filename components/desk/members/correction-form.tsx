import { type CorrectionField, correctionNames } from '@/lib/members/model/correction'
import type { StaffField } from '@/lib/shared/model/form'
import { MergingForm, type MergingFormAction } from '../merging-form'

type Props = {
  seat: { code: string; slug: string; memberId: number }
  field: CorrectionField
  /** What visitors get now. */
  value: string | null
  /** The existing correction. */
  current: { savedAt: Date; reason: string; expiresOn: string } | undefined
  /** The default last day, YYYY-MM-DD. */
  lastDay: string
  action: MergingFormAction
}

const hints: Record<CorrectionField, string> = {
  email: 'Leave it empty if there is none.',
  x: 'Without https://x.com/. Leave it empty if there is none.',
  bluesky: 'Such as name.bsky.social. Leave it empty if there is none.',
  vacant: '',
}

/** Corrects one of a seat's details until a given day, or marks the seat as vacant. */
export function CorrectionForm({ seat, field, value, current, lastDay, action }: Props) {
  const isVacancy = field === 'vacant'
  const hidden = Object.entries({
    seatCode: seat.code,
    slug: seat.slug,
    memberId: String(seat.memberId),
    field,
    seen: current?.savedAt.toISOString() ?? '',
  })
  const fields: StaffField[] = [
    ...hidden.map(([name, text]): StaffField => ({ name, label: '', type: 'hidden', value: text })),
    ...(isVacancy
      ? []
      : [{ name: 'value', label: correctionNames[field], value: value ?? '', hint: hints[field], maxLength: 254 }]),
    {
      name: 'reason',
      label: 'Why',
      value: current?.reason ?? '',
      hint: 'For your colleagues: who said so, and where.',
      maxLength: 300,
    },
    {
      name: 'expiresOn',
      label: 'Last day',
      type: 'date',
      value: current?.expiresOn ?? lastDay,
      hint: 'After it, visitors get what the source says.',
    },
  ]
  return (
    <section id="correct" aria-labelledby="correct-heading" className="staff-narrow">
      <h2 id="correct-heading">{describeCorrection(field)}</h2>
      {isVacancy && <p>The site then says that nobody sits here, and offers the messages for a vacant seat.</p>}
      <MergingForm action={action} fields={fields} submit={isVacancy ? 'Mark as vacant' : 'Save'} />
    </section>
  )
}

/** Describes what correcting this field does, for a link or a heading. */
export function describeCorrection(field: CorrectionField): string {
  return field === 'vacant'
    ? 'Mark the seat as vacant'
    : `Correct the ${field === 'email' ? 'email' : correctionNames[field]}`
}
