/** The hidden fields by which a form without JavaScript names its action, as they stand in a page. */
export function readHiddenFields(html: string): [name: string, value: string][] {
  return [...html.matchAll(/<input type="hidden" name="(\$ACTION[^"]*)"(?: value="([^"]*)")?\/>/g)].map(
    ([, name = '', value = '']) => [name, value.replaceAll('&quot;', '"').replaceAll('&amp;', '&')],
  )
}
