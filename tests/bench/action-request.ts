import { z } from 'zod'
import type { Load } from './load'
import type { MeasuredServer } from './server'

const boundary = '----bench'
const hiddenField = /<input type="hidden" name="(\$ACTION_[^"]+)"(?: value="([^"]*)")?\/>/g
const reference = z.object({ id: z.string() })

// As Chromium sends them, from a real request to this form.
const browserHeaders = {
  'Accept-Encoding': 'gzip, deflate, br, zstd',
  'Accept-Language': 'en-GB,en;q=0.9',
  'Content-Type': `multipart/form-data; boundary=${boundary}`,
  'User-Agent': 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36',
}

/** The two ways in which a browser posts the postcode form of a page. */
export type ActionRequests = Record<'script' | 'plain', Load>

/**
 * Reads a page's form and makes the requests that a browser would send for it: with JavaScript (the
 * action's id in a header, its arguments encoded by React) and without (the form's hidden fields).
 * @param isRedirect whether the answer is expected to lead to another page
 */
export async function composeActionRequests(
  server: MeasuredServer,
  path: string,
  postcode: string,
  isRedirect: boolean,
): Promise<ActionRequests> {
  return composeFormRequests(server, path, { postcode }, isRedirect)
}

/** The same for any form of a page, with what the visitor has filled in. */
export async function composeFormRequests(
  server: MeasuredServer,
  path: string,
  typed: Record<string, string>,
  isRedirect: boolean,
): Promise<ActionRequests> {
  const html = await (await fetch(server.url + path)).text()
  const fields = [...html.matchAll(hiddenField)].map(([, name = '', value = '']): [string, string] => [
    name,
    decodeQuotes(value),
  ])
  const bound = fields.find(([name]) => /^\$ACTION_\d+:0$/.test(name))
  if (!bound) throw new Error(`${path} has no form with an action`)
  const { id } = reference.parse(JSON.parse(bound[1]))
  const shared = { ...browserHeaders, Origin: server.url }
  const all: [string, string][] = [...fields, ...Object.entries(typed)]
  return {
    script: {
      server,
      path,
      headers: {
        ...shared,
        Accept: 'text/x-component',
        'Next-Action': id,
        'Next-Router-State-Tree': composeTree(path),
      },
      body: encode([
        ...[...all, ['scripted', 'yes']].map(([name = '', value = '']): [string, string] => [`_1_${name}`, value]),
        ['0', '[null,"$K1"]'],
      ]),
      expected: 200,
    },
    plain: {
      server,
      path,
      headers: { ...shared, Accept: 'text/html' },
      body: encode(all),
      expected: isRedirect ? 303 : 200,
    },
  }
}

/** The router's state on a page without parameters, as Next's client sends it. */
function composeTree(path: string): string {
  const page = ['__PAGE__', {}, null, null]
  const tree = path
    .split('/')
    .slice(1)
    .reduceRight<unknown[]>((below, name) => [name, { children: below }, null, null], page)
  return encodeURIComponent(JSON.stringify(['', { children: tree }, null, null, 16]))
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
