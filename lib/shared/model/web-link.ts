/**
 * Normalises a link as a browser parses it (WHATWG URL), so what we store and show is what it opens. For example,
 * `https:evil.example`, which a page would treat as a relative path, becomes `https://evil.example/`, and line breaks
 * are removed.
 * @returns null if it isn’t an absolute https URL, or contains a username or password
 */
export function parseWebLink(text: string): string | null {
  if (!URL.canParse(text)) return null
  const { protocol, username, password, href } = new URL(text)
  return protocol === 'https:' && username === '' && password === '' ? href : null
}

// A domain, perhaps with a path: neither an email address nor a name like “notes”.
const bare = /^(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+\p{L}{2,63}(?::\d{1,5})?(?:[/?#]\S*)?$/u

/** What people write for an address, such as “www.example.org” or “example.org/about”, with https:// in front. */
export function completeWebLink(text: string): string {
  const trimmed = text.trim()
  return bare.test(trimmed) ? `https://${trimmed}` : trimmed
}

/** What to do about an address that is no `parseWebLink`, even completed. */
export function explainWebLink(text: string): string {
  return /^\s*http:/i.test(text)
    ? 'This address starts with http://. Try it with https://.'
    : 'Enter a web address like https://example.org.'
}
