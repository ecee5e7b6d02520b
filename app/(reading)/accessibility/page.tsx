import { composeMetadata } from '@/app/page-metadata'
import { Contact } from '@/components/site/contact'
import { getOrganisation } from '@/lib/campaign/get'

export const generateMetadata = () =>
  composeMetadata({
    path: '/accessibility',
    title: 'Accessibility',
    description:
      'How we make this site work for everyone, what we test, what still falls short, and another way to reach your MP.',
  })

export default async function AccessibilityPage() {
  const { email } = await getOrganisation()
  return (
    <div className="wrap narrow reading">
      <h1>Accessibility</h1>
      <p className="lead">Everyone has an MP, and everyone should be able to write to theirs.</p>

      <h2>What you can do</h2>
      <ul>
        <li>Use everything with a keyboard alone. You can always see where you are.</li>
        <li>Use everything with a screen reader: headings, labels and errors are all in the page.</li>
        <li>Zoom to 400%, or use a screen 320 pixels wide, without scrolling sideways.</li>
        <li>Use your own colours, dark mode or high contrast, and switch off motion.</li>
        <li>Use it without JavaScript, on an old phone or a slow connection.</li>
        <li>Read it in plain English, in a typeface made to be easy to read.</li>
      </ul>

      <h2>How we check</h2>
      <p>
        We aim for level AA of the Web Content Accessibility Guidelines (WCAG) 2.2. Each time the site changes,
        automatic tests check every page in light and dark colours, by keyboard, and 320 pixels wide.
      </p>

      <h2>What falls short</h2>
      <ul>
        <li>
          Automatic tests find only some problems. We haven’t yet tested with people who use assistive technology.
        </li>
        <li>
          Your letter and post open in other apps, such as X or your email. They aren’t ours, and may be less
          accessible.
        </li>
        <li>Supporters’ logos are pictures. Each has the name beside it as text.</li>
      </ul>

      <h2>Another way</h2>
      <p>
        You can write to any MP by post: put their name first, then House of Commons, London SW1A 0AA. A few words of
        your own are enough. Add your name, address and postcode, so they know you live in their constituency.
      </p>
      <Contact email={email} about="Does something here not work for you? Please tell us:" />
    </div>
  )
}
