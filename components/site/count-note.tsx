import type { CountAnswer } from '@/lib/actions/model/hand-off'

// Messages that are in the counts need no note.
const notes: Record<string, string> = {
  held: 'Your message isn’t affected. A lot of messages have come from your internet connection today, as can happen at a school or on a mobile network, so someone from the campaign will take a look before we count yours.',
  refused: 'We couldn’t count this message just now. The message itself isn’t affected.',
  'not-opened':
    'We only count a message as sent on the day it was opened here, so this one isn’t in the count. The message itself isn’t affected.',
  queued:
    'We can’t add this message to our count just now, so this page will keep trying. The message itself isn’t affected.',
}

/** Says when a message isn't in the counts, and why. */
export function CountNote({ count }: { count: CountAnswer['outcome'] }) {
  return notes[count] ? (
    <p className="count-note" data-count={count}>
      {notes[count]}
    </p>
  ) : null
}

/** All notes, hidden: the script shows the one that applies. */
export function CountNotes() {
  return (
    <div role="status" className="count-note" id="count-notes">
      {Object.entries(notes).map(([name, text]) => (
        <p key={name} data-count-note={name} hidden>
          {text}
        </p>
      ))}
    </div>
  )
}
