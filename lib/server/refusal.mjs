import { finished } from 'node:stream'

/** @typedef {import('node:http').ServerResponse} Response */

/**
 * The plain page for a request that is refused before Next sees it.
 * @param {string} text what went wrong and what to do, in one or two sentences
 */
export function composeRefusal(text) {
  return `<!DOCTYPE html><html lang="en-GB"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Stable Futures</title><h1>Sorry, that did not work</h1><p>${text}</p><p><a href="/">Go to the front page</a></p></html>`
}

/**
 * Answers with the plain page and ends the connection.
 * @param {Response} res
 * @param {number} status
 * @param {string} text
 * @param {import('node:http').OutgoingHttpHeaders} [more]
 * @returns {true} as of a guard: the request is answered
 */
export function refuse(res, status, text, more) {
  const body = composeRefusal(text)
  res.writeHead(status, { 'content-type': 'text/html; charset=utf-8', 'content-length': Buffer.byteLength(body), connection: 'close', ...more })
  if (res.req.method !== 'HEAD') res.write(body)
  // What is still on its way is read and dropped before the connection ends: a reset would hide the answer.
  finished(res.req.resume(), () => res.end())
  return true
}
