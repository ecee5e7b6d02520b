import { useState } from 'react'
import { composeInvitation, listInvitationLinks } from '@/lib/actions/model/invitation'
import { copyText } from './copy-text'
import { useIsScripted } from '../forms/use-is-scripted'

/** Links for telling friends about the campaign: a short text and our URL, nothing about the visitor. */
export function InviteFriends({ siteUrl }: { siteUrl: string }) {
  const [isCopied, setCopied] = useState<boolean | null>(null)
  const canShare = useIsScripted() && 'share' in navigator
  const link = composeInvitation(siteUrl, 'link').url

  async function share() {
    const { subject: title, text, url } = composeInvitation(siteUrl, 'device')
    await navigator.share({ title, text, url }).catch(() => undefined) // closed without sharing
  }

  return (
    <section className="friends" aria-labelledby="friends-heading">
      <h2 id="friends-heading" tabIndex={-1}>
        Tell your friends
      </h2>
      <p>
        The more people ask, the more MPs hear it. These share a short text and our address, and nothing that you wrote
        here.
      </p>
      <ul role="list">
        {canShare && (
          <li>
            <button type="button" onClick={() => void share()}>
              Share…
            </button>
          </li>
        )}
        {listInvitationLinks(siteUrl).map(({ name, href }) => (
          <li key={name}>
            <a className="button quiet" href={href} target="_blank" rel="noopener noreferrer">
              {name}
            </a>
          </li>
        ))}
        <li className="needs-script">
          <button type="button" className="quiet" onClick={() => void copyText(link).then(setCopied)}>
            Copy the link
          </button>
        </li>
      </ul>
      <p role="status" className="friends-copied">
        {isCopied !== null &&
          (isCopied ? 'Copied the link.' : `Your browser does not let us copy. The address is ${link}`)}
      </p>
    </section>
  )
}
