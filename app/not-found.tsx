import type { Metadata } from 'next'
import { SiteFrame } from './site-frame'

export const metadata: Metadata = { title: 'Page not found' }

export default function NotFound() {
  return (
    <SiteFrame>
      <div className="wrap narrow">
        <h1>We cannot find that page</h1>
        <p className="lead">The address may be mistyped, or the page may have moved.</p>
        <ul>
          <li>
            <a href="/take-action">Write to your MP</a>
          </li>
          <li>
            <a href="/find">Find a constituency by name or place</a>
          </li>
          <li>
            <a href="/">Read about the campaign</a>
          </li>
        </ul>
      </div>
    </SiteFrame>
  )
}
