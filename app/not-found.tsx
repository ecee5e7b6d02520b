import type { Metadata } from 'next'
import { OwnScript } from '@/components/site/own-script'
import { PostcodeForm } from '@/components/postcode/form'
import { SiteFrame } from './site-frame'
import { submitPostcode } from './take-action/actions'

export const metadata: Metadata = { title: 'Page not found' }

export default function NotFound() {
  return (
    <SiteFrame>
      <div className="wrap narrow">
        <OwnScript name="postcode" />
        <h1>We can’t find that page</h1>
        <p className="lead">
          There may be a typing mistake in the address, or the page may have moved. If you’re looking for your MP, this
          finds them.
        </p>
        <PostcodeForm action={submitPostcode} answeredAt="/take-action" />
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
