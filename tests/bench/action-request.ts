import type { Load } from './load'
import type { MeasuredServer } from './server'

const boundary = '----bench'
const hiddenField = /<input type="hidden" name="(\$ACTION_[^"]+)"(?: value="([^"]*)")?\/>/g

// As Chromium sends them, from a real request to this form.
const browserHeaders = {
  'Accept-Encoding': 'gzip, deflate, br, zstd',
  'Accept-Language': 'en-GB,en;q=0.9',
  'Content-Type': `multipart/form-data; boundary=${boundary}`,
  'User-Agent': 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36',
}

/**
 * Reads a page's postcode form and makes the request that a browser would send for it.
 * @param isRedirect whether the answer is expected to lead to another page
 */
export async function composePostcodeRequest(
  server: MeasuredServer,
  path: string,
  postcode: string,
  isRedirect: boolean,
): Promise<Load> {
  return composeFormRequest(server, path, { postcode }, isRedirect)
}

/** The same for any form of a page, with what the visitor has filled in. */
export async function composeFormRequest(
  server: MeasuredServer,
  path: string,
  typed: Record<string, string>,
  isRedirect: boolean,
): Promise<Load> {
  const html = await (await fetch(server.url + path)).text()
  const fields = [...html.matchAll(hiddenField)].map(([, name = '', value = '']): [string, string] => [
    name,
    decodeQuotes(value),
  ])
  return {
    server,
    path,
    headers: { ...browserHeaders, Origin: server.url, Accept: 'text/html' },
    body: encode([...fields, ...Object.entries(typed)]),
    expected: isRedirect ? 303 : 200,
  }
}

function encode(fields: [string, string][]): string {
  const parts = fields.map(
    ([name, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  )
  return `${parts.join('')}--${boundary}--\r\n`
}

function decodeQuotes(text: string): string {
  return text.replaceAll('&quot;', '"').replaceAll('&amp;', '&')
}
