import { blueskyIntentUrl, facebookUrl, mailtoUrl, whatsappUrl, xIntentUrl } from '../../messages/model/share-links'

/** The ways to invite friends; each name is part of the source tag that shows us which of them work. */
export const invitationWays = ['whatsapp', 'bluesky', 'x', 'facebook', 'email', 'link', 'device'] as const

type Way = (typeof invitationWays)[number]

const subject = 'Five minutes for trafficked children'

/**
 * The text for inviting friends. It mentions neither the MP nor anything the visitor typed, and fits in a post on X
 * and on Bluesky.
 * @param siteUrl the site's public URL, without a trailing slash
 */
export function composeInvitation(siteUrl: string, way: Way): { subject: string; text: string; url: string } {
  const text =
    'I asked my MP to speak up for children in the UK who have been trafficked. They deserve to be safe and to plan a future. It takes five minutes: will you ask yours?'
  return { subject, text, url: `${siteUrl}/?s=share-${way}` }
}

/** The links that work without JavaScript, the most popular first. Facebook takes a URL but no text. */
export function listInvitationLinks(siteUrl: string): { name: string; href: string }[] {
  const post = (way: Way) => {
    const { text, url } = composeInvitation(siteUrl, way)
    return `${text} ${url}`
  }
  return [
    { name: 'WhatsApp', href: whatsappUrl(post('whatsapp')) },
    { name: 'Bluesky', href: blueskyIntentUrl(post('bluesky')) },
    { name: 'X', href: xIntentUrl(post('x')) },
    { name: 'Facebook', href: facebookUrl(composeInvitation(siteUrl, 'facebook').url) },
    { name: 'Email', href: mailtoUrl({ to: '', subject, body: post('email') }) },
  ]
}
