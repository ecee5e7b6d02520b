import { isDisposableEmailDomain } from 'disposable-email-domains-js'

/** Providers that ignore full stops in the part before the @. */
const dotless = ['gmail.com', 'googlemail.com']

/**
 * The mailbox that an address leads to, for limits: capitals, what stands after a plus and, at Gmail, full stops make no
 * other mailbox.
 * @param email a valid address
 */
export function toMailbox(email: string): string {
  const at = email.lastIndexOf('@')
  const domain = email.slice(at + 1).toLowerCase()
  const local = email.slice(0, at).toLowerCase().replace(/\+.*$/, '')
  return dotless.includes(domain) ? `${local.replaceAll('.', '')}@gmail.com` : `${local}@${domain}`
}

/** Whether an address is at a provider of throw-away mailboxes, where a reply reaches no one. Subdomains count too. */
export function isDisposable(email: string): boolean {
  const parts = email
    .slice(email.lastIndexOf('@') + 1)
    .toLowerCase()
    .split('.')
  return parts.some((_, at) => parts.length - at >= 2 && isDisposableEmailDomain(parts.slice(at).join('.')))
}
