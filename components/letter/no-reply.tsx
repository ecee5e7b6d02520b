import { composeChaseLetter } from '@/lib/actions/model/follow-up'
import { composeHandOffUrl } from '@/lib/actions/model/hand-off'
import type { LetterProps } from './form'

type NoReplyProps = Pick<LetterProps, 'mp' | 'constituency' | 'minister'> & {
  /** As the letter begins: “Dear Ann Example,”. */
  salutation: string
}

/** For those who wrote before and come back: a short letter to ask again. The script signs it with what they typed. */
export function NoReply({ mp, constituency, minister, salutation }: NoReplyProps) {
  const { subject, body } = composeChaseLetter({ salutation, constituency, minister, sentOn: null, details: {} })
  const url = composeHandOffUrl('mailto', mp, { subject, body, post: '' }, '')
  return (
    <details className="no-reply" id="no-reply">
      <summary>Wrote before, and no reply yet?</summary>
      <p>Give the office two weeks. Then it’s fine to ask again, with a short letter like this:</p>
      <blockquote id="reminder-text">{body}</blockquote>
      <p role="status" id="reminder-doubt" />
      <div className="buttons">
        {url && (
          <a className="button quiet" id="remind" href={url}>
            Open it in your email app
          </a>
        )}
        <button type="button" className="quiet" data-copy="reminder" data-needs-script hidden>
          Copy it
        </button>
      </div>
      <p role="status" id="reminder-status" />
    </details>
  )
}
