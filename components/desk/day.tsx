import { formatUkDay } from '@/lib/shared/model/uk-time'

/** A day, YYYY-MM-DD, for people and for machines. */
export function Day({ on }: { on: string }) {
  return <time dateTime={on}>{formatUkDay(new Date(`${on}T12:00:00Z`))}</time>
}
