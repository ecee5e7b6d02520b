import { formatUkDay } from '@/lib/shared/model/uk-time'

/** A date as a `<time>` element. @param on YYYY-MM-DD */
export function Day({ on }: { on: string }) {
  return <time dateTime={on}>{formatUkDay(new Date(`${on}T12:00:00Z`))}</time>
}
