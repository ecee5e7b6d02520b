import { finished } from 'node:stream'
import { hashSource } from './inline-styles.mjs'
import { tightenPolicy } from './script-free.mjs'

/** @typedef {import('node:http').ServerResponse} Response */

const style = `:root{color-scheme:light dark;--paper:#fbf6ec;--ink:#17302e;--brand:#0b6159}
@media(prefers-color-scheme:dark){:root{--paper:#14201f;--ink:#f3ede0;--brand:#7ad3c4}}
body{max-width:38rem;margin:0 auto;padding:2.5rem 1rem;background:var(--paper);color:var(--ink);font:1.125rem/1.6 system-ui,sans-serif}
h1{line-height:1.15}a{color:var(--brand)}`.replaceAll('\n', '')

/**
 * The plain page, which needs nothing else from the site: for a request that is refused before Next sees
 * it, and for a page that can't be rendered.
 * @param {string} text what went wrong and what to do, in one or two sentences
 */
export function composeRefusal(text) {
  return `<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Sorry, that did not work – Stable Futures</title><style>${style}</style></head><body><main><h1>Sorry, that did not work</h1><p>${text}</p><p><a href="/">Go to the front page</a></p></main></body></html>`
}

/**
 * The policy of the plain page.
 * @param {string} policy Content-Security-Policy of all pages
 */
export function composeRefusalPolicy(policy) {
  return tightenPolicy(policy, { ownScripts: false, styleSources: [hashSource(style)] })
}

/**
 * Answers with the plain page and ends the connection.
 * @param {Response} res
 * @param {number} status
 * @param {string} text
 * @param {import('node:http').OutgoingHttpHeaders} [more]
 * @returns {true} the request is answered
 */
export function refuse(res, status, text, more) {
  const body = composeRefusal(text)
  res.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    'content-length': Buffer.byteLength(body),
    connection: 'close',
    ...more,
  })
  if (res.req.method !== 'HEAD') res.write(body)
  // Read and drop what is still on its way before ending the connection: a reset would lose the answer.
  finished(res.req.resume(), () => res.end())
  return true
}
