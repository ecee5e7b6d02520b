import type { SendHereFields } from '@/lib/letters/model/send-here'
import { followUpDays } from '@/lib/letters/model/retention'

/** What we need to send the letter: where the reply goes, and whether to ask later. */
export function SendHere({ email, isFollowUpAsked, mpName }: SendHereFields & { mpName: string }) {
  return (
    <div className="send-here" id="send-here">
      <h3>Let us send it for you</h3>
      <div className="field">
        <label htmlFor="sender_email">Your email address</label>
        <p className="hint" id="sender_email-hint">
          {mpName}’s reply goes straight to it. First we send you a copy to confirm: nothing goes to your MP until you
          press the button in it.
        </p>
        <input
          id="sender_email"
          name="sender_email"
          type="email"
          autoComplete="email"
          spellCheck={false}
          maxLength={200}
          defaultValue={email}
          aria-describedby="sender_email-hint"
        />
      </div>
      <p className="send-here-check">
        <input id="follow_up" name="follow_up" type="checkbox" value="yes" defaultChecked={isFollowUpAsked} />
        <label htmlFor="follow_up">Ask me once, after {followUpDays} days, whether my MP replied</label>
      </p>
      <p className="fine">
        We keep your letter encrypted, send it, and erase it soon after: <a href="/privacy#letters">how long for</a>.
        You can also send it from your own email, below.
      </p>
    </div>
  )
}
