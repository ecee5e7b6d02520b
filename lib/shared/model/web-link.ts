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
