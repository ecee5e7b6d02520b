import { composeMetadata } from '@/app/page-metadata'
import { Contact } from '@/components/site/contact'
import { daysToUndo } from '@/lib/actions/model/burst'
import { storedActionWords, requestLimits, saltDeletedWithinHours } from '@/lib/actions/model/privacy'
import { step } from '@/lib/actions/model/publication'
import { env } from '@/lib/shared/env'

export const metadata = composeMetadata({
  path: '/privacy',
  title: 'Privacy',
  description:
    'What this site keeps about you: no account, no cookie, no postcode, no name. What it counts, and for how long.',
})

export default function PrivacyPage() {
  return (
    <div className="wrap narrow reading">
      <h1>Privacy</h1>
      <p className="lead">
        You can use this site without telling us who you are. There is no account and no cookie, and no other company’s
        code runs on our pages.
      </p>

      <h2>Your postcode</h2>
      <p>
        We use it once to find your constituency. It is never written to a database, a log or a web address.{' '}
        {env.POSTCODES_IO_URL &&
          `If our own list does not know it, as in Northern Ireland, we ask the service at ${new URL(env.POSTCODES_IO_URL).host}. It gets the postcode, and nothing else about you.`}
      </p>

      <h2>Your name, your address and what you write</h2>
      <p>
        They stay in your browser, in the tab you typed them in, so that a reload does not lose them. They are gone when
        you close the tab or press “Clear my details”. If your browser runs no JavaScript, they are sent to us only to
        be put into your email, and come straight back to you: we keep nothing of them.
      </p>
      <p>Your post and your email go from your own accounts. We do not see whether you send them, or to whom else.</p>

      <h2>What we count</h2>
      <p>When you open or copy a message, or tell us that you sent one, we keep one line, without an end date:</p>
      <ul>
        {Object.values(storedActionWords).map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
      <p>
        There is no name, postcode or internet address in it. The public counts can be up to{' '}
        {env.PUBLISH_COUNTS_MINUTES} minutes behind, and every number means “at least”: we leave out a secret number of
        messages, and for one constituency we count in steps of {step}. That way nobody can see when you wrote, or work
        out whether you did.
      </p>
      <p>
        If more than {env.ACTIONS_PER_PREFIX} messages for one constituency come from one internet connection in a day,
        the rest wait until someone from the campaign has looked at them. For each of those we also keep the hour, and a
        scrambled value for the connection that is different for every day and constituency. We delete the key to it
        along with that day’s secret, so it can’t lead back to you. We delete these extra lines {daysToUndo} days after
        someone has looked at them.
      </p>
      <p>
        With JavaScript, the scrambled value is made from a random key in your browser, which your browser replaces
        every day. Without, it is made from your internet address and your browser’s name with a secret of the day. The
        secret is deleted within {saltDeletedWithinHours === 1 ? 'an hour' : `${saltDeletedWithinHours} hours`} of the
        day’s end, and with it any way to find out who it was.
      </p>

      <h2>Against abuse</h2>
      <p>
        To stop scripts from flooding the site, we count, under a scrambled form of your internet address, how often you
        do something. The address itself is never written down, and the count is forgotten after an hour. The limits are
        high:
      </p>
      <ul>
        {Object.values(requestLimits).map(({ name, perMinute, perHour }) => (
          <li key={name}>
            {name}: {perMinute} times a minute, {perHour.toLocaleString('en-GB')} an hour
          </li>
        ))}
      </ul>

      <h2>If you follow a link</h2>
      <p>
        X, Bluesky, Gmail, Outlook, Yahoo and others have rules of their own. They get what you hand over when you press
        their button, and not before.
      </p>
      <Contact email={env.CONTACT_EMAIL} about="Questions? Write to" />
    </div>
  )
}
