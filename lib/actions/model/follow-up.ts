import { composeBody, type VisitorDetails } from '../../messages/model/visitor-details'
import { addDays, formatUkDay, toUkDay } from '../../shared/model/uk-time'

/** How long to give an MP's office before asking again, in days. */
export const replyDays = 14

type Reminder = {
  mpName: string
  constituency: string
  /** The page the reminder links to. */
  siteUrl: string
  now: Date
}

/**
 * The path of the page where somebody who sent the letter with their own mail program says whether the MP replied.
 * @param own 43 random letters, digits, - and _: the link is theirs alone, and nothing is stored until they answer
 */
export function composeOwnFollowUpPath(
  own: string,
  { slug, memberId }: { slug: string; memberId: number },
  now: Date,
): string {
  return `/letters/follow-up?${new URLSearchParams({ own, seat: slug, to: String(memberId), sent: toUkDay(now) }).toString()}`
}

/**
 * A calendar file (RFC 5545) with one all-day event, two weeks from today in the UK: has the MP replied? It says
 * nothing about the visitor.
 */
export function composeReminder({ mpName, constituency, siteUrl, now }: Reminder): string {
  const day = addDays(toUkDay(now), replyDays)
  const stamp = now.toISOString().replace(/[-:]|\.\d+/g, '')
  const title = `Has ${mpName} replied?`
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Stable Futures//Reminder//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    'BEGIN:VEVENT',
    `UID:reply-${now.getTime()}@${/^https?:\/\/([^/:?#]+)/i.exec(siteUrl)?.[1] ?? 'stable-futures'}`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${day.replaceAll('-', '')}`,
    `DTEND;VALUE=DATE:${addDays(day, 1).replaceAll('-', '')}`,
    `SUMMARY:${escapeText(title)}`,
    `DESCRIPTION:${escapeText(
      `You wrote to ${mpName}, the MP for ${constituency}. ` +
        `If you have had no reply, send a short reminder: MPs’ offices are busy, and asking again helps.\n${siteUrl}`,
    )}`,
    `URL:${siteUrl.replace(/[\r\n]/g, '')}`,
    'TRANSP:TRANSPARENT',
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${escapeText(title)}`,
    'TRIGGER:PT9H', // all-day events begin at midnight
    'END:VALARM',
    'END:VEVENT',
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${fold(line)}\r\n`).join('')
}

function escapeText(text: string): string {
  return text
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\r\n?|\n/g, '\\n')
    .replace(/[^\P{Cc}\t]/gu, '')
}

// A line has at most 75 bytes; the space that continues one counts. Characters are never split.
function fold(line: string): string {
  const encoder = new TextEncoder()
  let folded = ''
  let bytes = 0
  for (const sign of line) {
    const size = encoder.encode(sign).length
    if (bytes + size > 75) {
      folded += '\r\n '
      bytes = 1
    }
    folded += sign
    bytes += size
  }
  return folded
}

type Chase = {
  /** As the letter began: “Dear Ann Example,”. */
  salutation: string
  constituency: string
  /** The minister's title, as it stands in a sentence. */
  minister: string
  /** When the first letter was sent; null where nobody knows. */
  sentOn: Date | null
  details: VisitorDetails
}

/** A short, polite letter to an MP who hasn't replied to the first one, signed like it. */
export function composeChaseLetter({ salutation, constituency, minister, sentOn, details }: Chase): {
  subject: string
  body: string
} {
  const day = sentOn && formatUkDay(sentOn)
  const text =
    `${salutation.replace(/[\s,]+$/, '')},\n\nI live in ${constituency} and you are my MP. ` +
    `I wrote to you ${day ? `on ${day}` : 'some weeks ago'} about ` +
    'children in the UK who have been trafficked, and I have not had a reply yet. I know that you get a lot of ' +
    `letters.\n\nCould you tell me whether you will raise this with ${minister}? I would be grateful to hear what ` +
    'they say.\n\nThank you for your time.\n\nYours sincerely,\n'
  const body = composeBody(
    [
      { text },
      { variable: 'sender_name', otherwise: `A constituent in ${constituency}` },
      { text: '\n' },
      { variable: 'sender_address' },
      { text: '\n' },
      { variable: 'sender_postcode' },
    ],
    details,
  )
  return { subject: `A reminder: my letter ${day ? `of ${day}` : 'about trafficked children'} – ${constituency}`, body }
}
