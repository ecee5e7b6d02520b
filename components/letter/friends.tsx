import type { Texts } from '@/lib/campaign/model/shipped-texts'
import { composeInvitation, listInvitationLinks } from '@/lib/actions/model/invitation'

type Props = { siteUrl: string; constituency: string; slug: string; share: Texts['share']; isShown: boolean }

/** Links for asking friends to write too: a short text and the page’s URL, nothing about the visitor. */
export function Friends({ siteUrl, constituency, slug, share, isShown }: Props) {
  const seat = { name: constituency, url: `${siteUrl}/take-action/${slug}` }
  return (
    <section className="friends" aria-labelledby="friends-heading" id="friends" hidden={!isShown}>
      <h2 id="friends-heading" tabIndex={-1}>
        Ask friends in {constituency} to write too
      </h2>
      <p>These share a short text and the address of this page, and nothing that you wrote here.</p>
      <ul role="list">
        {listInvitationLinks(share, siteUrl, seat).map(({ name, href }) => (
          <li key={name}>
            <a className="button quiet" href={href} target="_blank" rel="noopener noreferrer">
              {name}
            </a>
          </li>
        ))}
        <li data-needs-script hidden>
          <button
            type="button"
            className="quiet"
            data-copy="link"
            data-link={composeInvitation(share, siteUrl, 'link', seat).url}
          >
            Copy the link
          </button>
        </li>
      </ul>
      <p role="status" id="friends-status" />
    </section>
  )
}
