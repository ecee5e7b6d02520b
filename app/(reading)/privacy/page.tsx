import { composeMetadata } from '@/app/page-metadata'
import { Contact } from '@/components/site/contact'
import { PrivacyController } from '@/components/site/privacy-controller'
import { daysToUndo } from '@/lib/actions/model/burst'
import { browserKeptWords, requestLimits, saltDeletedWithinHours, storedActionWords } from '@/lib/actions/model/privacy'
import { PrivacyLetters } from '@/components/site/privacy-letters'
import { getSending } from '@/lib/letters/get-settings'
import { step } from '@/lib/actions/model/publication'
import { getOrganisation } from '@/lib/campaign/get'
import { env } from '@/lib/shared/env'

export const generateMetadata = () =>
  composeMetadata({
    path: '/privacy',
    title: 'Privacy',
    description:
      'What this site keeps about you: no account, no cookie, no postcode, no name. What it counts, for how long, and your rights.',
  })

export default async function PrivacyPage() {
  const [organisation, { isOffered }] = await Promise.all([getOrganisation(), getSending()])
  const salt = saltDeletedWithinHours === 1 ? 'an hour' : `${saltDeletedWithinHours} hours`
  return (
    <div className="wrap narrow reading">
      <h1>Privacy</h1>
      <p className="lead">
        You can use this site without telling us who you are. There’s no account, no cookie and no tracking, and no
        other company’s code runs on our pages.
      </p>

      <h2>Who is responsible</h2>
      <PrivacyController organisation={organisation} />

      <h2>Your postcode</h2>
      <p>
        We only use it to find your constituency. We never write it to a database, a log or a web address
        {isOffered && ', unless you ask us to send your letter: then it’s part of that, encrypted'}.{' '}
        {env.POSTCODES_IO_URL &&
          `If it isn’t on our own list, as in Northern Ireland, we ask the service at ${new URL(env.POSTCODES_IO_URL).host}. It gets the postcode, and nothing else about you.`}
      </p>

      <h2>Your name, your address and what you write</h2>
      <p>
        They stay in the browser tab you typed them in, so you don’t lose them if the page reloads. If your browser
        doesn’t run JavaScript, they come to us only to be put into your letter, and go straight back to you: we keep
        none of it{isOffered && ', except a letter that you ask us to send'}.
      </p>
      <p>
        {isOffered ? 'What you send yourself goes' : 'Your letter and your post go'} from your own accounts. We can’t
        see whether you send them, or who else you send them to.
      </p>
      <p>
        The reminder for your calendar has a link that asks whether your MP replied. If you answer, we keep the answer,
        the MP, the day and a scrambled value of your link, so that your last answer counts. Until then we keep nothing,
        and never who you are.
      </p>

      {isOffered && <PrivacyLetters />}

      <h2>What your browser keeps</h2>
      <p>Until you close the tab:</p>
      <ul>
        {browserKeptWords.tab.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
      <p>Until the end of the day, or your next visit after it:</p>
      <ul>
        {browserKeptWords.day.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
      <p>
        “Clear my details” removes your name, address, postcode and own words. “Leave site” removes all of this from the
        tab you’re in, at once; other tabs keep theirs until you close them. If JavaScript is off, your browser may
        still show what you typed when somebody presses Back: close the tab too.
      </p>

      <h2>What we count</h2>
      <p>When you open or copy a message, or tell us that you sent one, we keep one line, with no end date:</p>
      <ul>
        {Object.values(storedActionWords).map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
      <p>
        There’s no name, postcode or internet address in it. The public numbers can be up to{' '}
        {env.PUBLISH_COUNTS_MINUTES} minutes behind, and each of them means “at least”: we leave out a secret number of
        messages, and for one constituency we count in steps of {step}. So no one can see when you wrote, or work out
        whether you did.
      </p>
      <p>
        If more than {env.ACTIONS_PER_PREFIX} messages for one constituency come from one internet connection in a day,
        the rest wait until someone from the campaign has looked at them. For each of those we also keep the hour, and a
        scrambled value for the connection that is different for every day and constituency. We delete the key to it
        along with that day’s secret, so it can’t lead back to you. We delete these extra lines {daysToUndo} days after
        someone has looked at them.
      </p>
      <p>
        With JavaScript, the scrambled value comes from a random key in your browser, which your browser replaces every
        day. Without, it comes from your internet address and your browser’s name, with a secret that changes every day.
        We delete the secret within {salt} of the end of the day, and with it any way to find out who it was.
      </p>

      <h2>Against abuse</h2>
      <p>
        To stop scripts from flooding the site, we count how often you do something, under a scrambled form of your
        internet address. We never write down the address itself, and we forget the count after an hour. The limits are
        high:
      </p>
      <ul>
        {Object.values(requestLimits).map(({ name, perMinute, perHour }) => (
          <li key={name}>
            {name}: {perMinute} times a minute, {perHour.toLocaleString('en-GB')} an hour
          </li>
        ))}
      </ul>

      <h2>Why we may do this</h2>
      <p>
        The law calls our reason “legitimate interests” (Article 6(1)(f) of the UK GDPR): finding your MP for you,
        counting support fairly and protecting the site from abuse. We use as little as that takes, and keep nothing
        that leads back to you.
      </p>

      <h2>Your rights</h2>
      <p>
        You can ask what we hold about you, and ask us to correct it, delete it or stop using it. As our counts don’t
        say who anyone is, we can’t look you up in them.
      </p>
      <p>
        If you’re unhappy with how we use your data, please tell us. You can also complain to the Information
        Commissioner’s Office, the UK’s regulator, at any time:{' '}
        <a href="https://ico.org.uk/make-a-complaint/">ico.org.uk</a>, or phone{' '}
        <a href="tel:03031231113">0303 123 1113</a>.
      </p>

      <h2>If you follow a link</h2>
      <p>
        X, Bluesky, Gmail, Outlook, Yahoo and others have rules of their own. They get what you hand over when you press
        their button, and not before.
      </p>
      <Contact email={organisation.privacyEmail} about="Questions? Write to" />
    </div>
  )
}
