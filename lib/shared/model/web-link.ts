/**
 * The address of a link as a browser reads it (WHATWG URL), normalised, so that what is kept and shown is
 * what is opened: `https:evil.example`, which a page would take for a path of its own, becomes
 * `https://evil.example/`, and line breaks go.
 * @returns null for what is no absolute https address, or has a user's name in it
 */
export function parseWebLink(text: string): string | null {
  if (!URL.canParse(text)) return null
  const { protocol, username, password, href } = new URL(text)
  return protocol === 'https:' && username === '' && password === '' ? href : null
}
