import { composeMetadata } from '@/app/page-metadata'
import { Contact } from '@/components/site/contact'
import { env } from '@/lib/shared/env'

export const metadata = composeMetadata({
  path: '/accessibility',
  title: 'Accessibility',
  description:
    'How this site is made to work for everyone, what we test, what falls short, and how to reach your MP another way.',
})

export default function AccessibilityPage() {
  return (
    <div className="wrap narrow reading">
      <h1>Accessibility</h1>
      <p className="lead">Everyone has an MP, so everyone should be able to write to theirs from here.</p>

      <h2>What you can do</h2>
      <ul>
        <li>Use everything by keyboard alone, with a clear mark on what has the focus.</li>
        <li>Use everything with a screen reader: headings, landmarks, labels and errors are in the page itself.</li>
        <li>Zoom to 400%, or use a screen 320 pixels wide, without scrolling sideways.</li>
        <li>Use your own colours, dark mode or high contrast, and switch off motion.</li>
        <li>Use it without JavaScript, on an old phone, and on a slow line.</li>
        <li>Read it in plain English, in a typeface made to be easy to read.</li>
      </ul>

      <h2>How we check</h2>
      <p>
        We aim at level AA of the Web Content Accessibility Guidelines (WCAG) 2.2. Every page is checked by automatic
        tests on each change, in light and dark colours, by keyboard, and at a width of 320 pixels.
      </p>

      <h2>What falls short</h2>
      <ul>
        <li>
          Automatic tests find only a part of what can be wrong. We have not yet tested with people who use assistive
          technology.
        </li>
        <li>
          The programs that open with your message, such as X or your email app, are not ours, and may be less
          accessible.
        </li>
        <li>Logos of supporters come as pictures. Each has its name as text.</li>
      </ul>

      <h2>Another way</h2>
      <p>
        You can write to any MP at: House of Commons, London SW1A 0AA. Put their name first. Your own words on paper are
        enough, with your name, address and postcode.
      </p>
      <Contact email={env.CONTACT_EMAIL} about="If something here does not work for you, please tell us:" />
    </div>
  )
}
