import { formatMoment } from '@/lib/shared/model/uk-time'

/** A date and time as a `<time>` element, in UK time. */
export function Moment({ at }: { at: Date }) {
  return <time dateTime={at.toISOString()}>{formatMoment(at)}</time>
}
