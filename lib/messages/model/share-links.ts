/** An email to one address, or to nobody yet (''); the subject is one line. */
type Email = { to: string; subject: string; body: string }

/**
 * The link that opens X with a post ready to send.
 * @param text the post, any length: X itself says when it is too long
 */
export function xIntentUrl(text: string): string {
  return `https://x.com/intent/tweet?text=${encodeText(text)}`
}

/**
 * The link that opens Bluesky with a post ready to send.
 * @param text the post, any length
 */
export function blueskyIntentUrl(text: string): string {
  return `https://bsky.app/intent/compose?text=${encodeText(text)}`
}

/**
 * The link that opens WhatsApp, as an app or on the web, to choose who gets a text.
 * https://faq.whatsapp.com/5913398998672934
 */
export function whatsappUrl(text: string): string {
  return `https://wa.me/?text=${encodeText(text)}`
}

/**
 * The link that opens Facebook to share an address. It takes no text: Facebook shows what the page says
 * of itself. https://developers.facebook.com/docs/plugins/share-button/
 */
export function facebookUrl(address: string): string {
  return `https://www.facebook.com/sharer/sharer.php?u=${encodeText(address)}`
}

/**
 * A mailto link by RFC 6068: UTF-8 percent-encoded, spaces as %20, line breaks as %0D%0A.
 * Mail programs are sure to take the whole of it below about 1,800 characters.
 * @param email with an empty address, subject and body allowed
 */
export function mailtoUrl({ to, subject, body }: Email): string {
  const address = to.split('@').map(encodeText).join('@')
  // A line break in a subject could start a header of its own.
  const oneLine = subject.replace(/[\r\n]+/g, ' ')
  return `mailto:${address}?subject=${encodeText(oneLine)}&body=${encodeText(body.replace(/\r\n?|\n/g, '\r\n'))}`
}

/** The link that opens Gmail's window for a new message. */
export function gmailUrl({ to, subject, body }: Email): string {
  return `https://mail.google.com/mail/?view=cm&fs=1&to=${encodeText(to)}&su=${encodeText(subject)}&body=${encodeText(body)}`
}

/** The link that opens Outlook on the web with a new message. */
export function outlookUrl({ to, subject, body }: Email): string {
  return `https://outlook.live.com/mail/0/deeplink/compose?to=${encodeText(to)}&subject=${encodeText(subject)}&body=${encodeText(body)}`
}

/** The link that opens Yahoo Mail with a new message. */
export function yahooUrl({ to, subject, body }: Email): string {
  return `https://compose.mail.yahoo.com/?to=${encodeText(to)}&subject=${encodeText(subject)}&body=${encodeText(body)}`
}

// encodeURIComponent leaves ' ( ) ! * as they are: allowed in a URL, but some programs end a link at
// them. Half a surrogate pair, which it would throw on, becomes U+FFFD.
function encodeText(text: string): string {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\uFFFD')).replace(
    /['()!*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}
