import { blueskyIntentUrl, facebookUrl, mailtoUrl, whatsappUrl, xIntentUrl } from '../../messages/model/share-links'

/** The ways to invite friends; each name is part of the source tag that shows us which of them work. */
export const invitationWays = ['whatsapp', 'bluesky', 'x', 'facebook', 'email', 'link', 'device'] as const

type Way = (typeof invitationWays)[number]

/** The campaign’s words for it; {mp} in the text becomes the MP. */
type Words = { subject: string; invitation: string }

/** The constituency of the one who invites: its name, and the address of its page. */
export type InvitingSeat = { name: string; url: string }

/**
 * The text for inviting friends. It mentions nothing the visitor typed, and fits in a post on X and on Bluesky.
 * @param siteUrl the site's public URL, without a trailing slash
 * @param seat without it, the text names no constituency and links to the front page
 */
export function composeInvitation(
  { subject, invitation }: Words,
  siteUrl: string,
  way: Way,
  seat?: InvitingSeat,
): { subject: string; text: string; url: string } {
  const mp = seat ? `our MP in ${seat.name}` : 'my MP'
  const text = invitation.replace('{mp}', mp)
  return { subject, text, url: `${seat?.url ?? `${siteUrl}/`}?s=share-${way}` }
}

/** The links that work without JavaScript, the most popular first. Facebook takes a URL but no text. */
export function listInvitationLinks(
  words: Words,
  siteUrl: string,
  seat?: InvitingSeat,
): { name: string; href: string }[] {
  const post = (way: Way) => {
    const { text, url } = composeInvitation(words, siteUrl, way, seat)
    return `${text} ${url}`
  }
  return [
    { name: 'WhatsApp', href: whatsappUrl(post('whatsapp')) },
    { name: 'Bluesky', href: blueskyIntentUrl(post('bluesky')) },
    { name: 'X', href: xIntentUrl(post('x')) },
    { name: 'Facebook', href: facebookUrl(composeInvitation(words, siteUrl, 'facebook', seat).url) },
    { name: 'Email', href: mailtoUrl({ to: '', subject: words.subject, body: post('email') }) },
  ]
}
