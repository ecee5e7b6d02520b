import { followUpDays } from '@/lib/letters/model/retention'
import { formatUkDay } from '@/lib/shared/model/uk-time'

type Props = { mpName: string; confirmedAt: Date; endedAt: Date | null; isFollowUpAsked: boolean; reminderHref: string }

/** What has happened to a letter, and what happens next. */
export function Timeline({ mpName, confirmedAt, endedAt, isFollowUpAsked, reminderHref }: Props) {
  return (
    <ol className="timeline">
      <li>
        <strong>{formatUkDay(confirmedAt)}: you confirmed it.</strong>{' '}
        {endedAt
          ? `${mpName}’s mail server accepted it on ${formatUkDay(endedAt)}.`
          : 'We’re sending it, usually within minutes. When many people write to one MP, it can take some hours. You get a receipt by email.'}
      </li>
      <li>
        <strong>In the next days</strong> you may get an automatic answer. That isn’t the reply.
      </li>
      <li>
        <strong>In two to four weeks</strong> comes the reply, straight to your email. A useful one says what {mpName}{' '}
        will do.
      </li>
      <li>
        <strong>No reply by then?</strong> Ask again: it helps.{' '}
        <a href={reminderHref} download="stable-futures-reminder.ics">
          Add a reminder to your calendar
        </a>
        {isFollowUpAsked
          ? `. We’ll also ask you once, after ${followUpDays} days, with a short letter ready to send.`
          : '.'}
      </li>
    </ol>
  )
}
