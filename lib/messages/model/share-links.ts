/** An email to one address, or with the recipient left open (''); the subject is one line. */
type Email = { to: string; subject: string; body: string }

/**
 * A link that opens X with the post ready to send.
 * @param text the post, of any length: X itself says when it is too long
 */
export function xIntentUrl(text: string): string {
  return `https://x.com/intent/tweet?text=${encodeText(text)}`
}

/**
 * A link that opens Bluesky with the post ready to send.
 * @param text the post, of any length
 */
export function blueskyIntentUrl(text: string): string {
  return `https://bsky.app/intent/compose?text=${encodeText(text)}`
}

/**
 * A link that opens Threads with the post ready to send.
 * https://developers.facebook.com/docs/threads/threads-web-intents/
 */
export function threadsIntentUrl(text: string): string {
  return `https://www.threads.net/intent/post?text=${encodeText(text)}`
}

/**
 * A link that opens WhatsApp, in the app or on the web, to choose who to send a text to.
 * https://faq.whatsapp.com/5913398998672934
 */
export function whatsappUrl(text: string): string {
  return `https://wa.me/?text=${encodeText(text)}`
}

/**
 * A link that opens Facebook to share a URL. It takes no text: Facebook shows the page's own description.
 * https://developers.facebook.com/docs/plugins/share-button/
 */
export function facebookUrl(address: string): string {
  return `https://www.facebook.com/sharer/sharer.php?u=${encodeText(address)}`
}

/**
 * A mailto link as in RFC 6068: UTF-8 percent-encoded, spaces as %20, line breaks as %0D%0A. All mail programs accept
 * links of up to about 1,800 characters.
 * @param email the address, subject and body may each be empty
 */
export function mailtoUrl({ to, subject, body }: Email): string {
  const address = to.split('@').map(encodeText).join('@')
  // A line break in the subject could inject another header.
  const oneLine = subject.replace(/[\r\n]+/g, ' ')
  return `mailto:${address}?subject=${encodeText(oneLine)}&body=${encodeText(body.replace(/\r\n?|\n/g, '\r\n'))}`
}

/** A link that opens Gmail's compose window. */
export function gmailUrl({ to, subject, body }: Email): string {
  return `https://mail.google.com/mail/?view=cm&fs=1&to=${encodeText(to)}&su=${encodeText(subject)}&body=${encodeText(body)}`
}

/** A link that opens a new message in Outlook on the web. */
export function outlookUrl({ to, subject, body }: Email): string {
  return `https://outlook.live.com/mail/0/deeplink/compose?to=${encodeText(to)}&subject=${encodeText(subject)}&body=${encodeText(body)}`
}

/** A link that opens a new message in Yahoo Mail. */
export function yahooUrl({ to, subject, body }: Email): string {
  return `https://compose.mail.yahoo.com/?to=${encodeText(to)}&subject=${encodeText(subject)}&body=${encodeText(body)}`
}

// encodeURIComponent leaves ' ( ) ! * alone: they are valid in a URL, but some programs end a link at them. A lone
// surrogate, which would make it throw, becomes U+FFFD.
function encodeText(text: string): string {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\uFFFD')).replace(
    /['()!*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}
