import { composeDraft, type Typed } from '@/lib/actions/model/typed'
import { composeOnPaper, composeSender } from '@/lib/messages/model/visitor-details'

type Props = { name: string; typed: Typed; isShown: boolean; day: string }

/**
 * The letter on paper: one A4 page with the sender’s address, the date, the MP’s address and room for a signature.
 * Before printing the script writes into it what the fields hold.
 */
export function PrintedLetter({ name, typed, isShown, day }: Props) {
  const { subject, body } = composeDraft(typed)
  return (
    <article id="printed" className={isShown ? 'printed printed-shown' : 'printed'} aria-label="Letter">
      <p className="printed-sender" id="printed-sender">
        {composeSender(typed.details)}
      </p>
      <p id="printed-date">{day}</p>
      <p className="printed-to">{`${name} MP\nHouse of Commons\nLondon\nSW1A 0AA`}</p>
      <p>
        <strong id="printed-subject">{subject}</strong>
      </p>
      <div className="printed-body" id="printed-body">
        {composeOnPaper(body, typed.details)}
      </div>
    </article>
  )
}
