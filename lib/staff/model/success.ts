/** The parameters of a desk page's address that have it say what was just done, with Undo. */
const fields = ['done', 'undo', 'changed', 'moved']

/**
 * A page of the desk without what was just done there, for an address that may be reloaded, kept or come back to.
 * @param page a path, with a query or without
 */
export function dropSuccess(page: string): string {
  const [path = '', query] = page.split('?')
  const rest = new URLSearchParams(query)
  if (!fields.some((name) => rest.has(name))) return page
  for (const name of fields) rest.delete(name)
  return rest.size === 0 ? path : `${path}?${rest}`
}
