import { deliveryHours, keptOfLetters } from '@/lib/letters/model/privacy'

/** What the privacy page says of letters that the site sends. */
export function PrivacyLetters() {
  return (
    <>
      <h2 id="letters">If we send your letter for you</h2>
      <p>
        Only if you press “Send it for me”. Then we need your name, your address or area, your postcode and your email
        address, because your MP does. Your MP’s office gets them with the letter, and can reply to you. Nobody at the
        campaign reads your letter; it’s encrypted in our database, and in none of our backups.
      </p>
      <p>
        We try for up to {deliveryHours} hours to deliver it. We write to you about this letter only: a copy to confirm,
        a receipt, and, if you tick the box, one question later. This is what we keep, and until when:
      </p>
      <ul>
        {keptOfLetters.map(({ what, until }) => (
          <li key={what}>
            <strong>{what}:</strong> {until}.
          </li>
        ))}
      </ul>
      <p>
        Want it gone sooner? Press “Cancel and erase it” behind the link in your copy, or write to us from that address.
      </p>
    </>
  )
}
