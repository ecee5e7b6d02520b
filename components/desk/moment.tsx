import { formatMoment } from '@/lib/shared/model/uk-time'

/** An instant for people and for machines. */
export function Moment({ at }: { at: Date }) {
  return <time dateTime={at.toISOString()}>{formatMoment(at)}</time>
}
