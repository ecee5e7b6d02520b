/** Whether a link is an absolute https address without a user's name in it, and so safe to put into a page. */
export function isWebLink(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, username, password } = new URL(text)
  return protocol === 'https:' && username === '' && password === ''
}
