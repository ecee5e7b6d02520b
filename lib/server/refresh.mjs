import { randomUUID } from 'node:crypto'
import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import { capture } from './capture.mjs'

/** @typedef {import('./capture.mjs').Handler} Handler */

/**
 * Leaves a function where Next's side finds it (lib/operations/watch-content.ts) that has all public
 * pages made anew. Next takes such a wish in a request only, so it gets one that no network sees.
 * @param {Handler} handler Next's own
 * @param {() => void} forget empties the page cache
 */
export function offerRefresh(handler, forget) {
  const key = randomUUID()
  const run = async () => {
    const headers = { host: 'localhost', 'content-length': '0', 'x-refresh-key': key }
    const req = Object.assign(new IncomingMessage(new Socket()), { method: 'POST', url: '/api/refresh', headers, complete: true })
    req.push(null)
    const res = new ServerResponse(req)
    await capture(handler, req, res)
    if (res.statusCode !== 204) throw new Error(`refreshing pages was answered ${res.statusCode}`)
    forget()
  }
  Object.assign(globalThis, { stableFuturesRefresh: { key, run } })
}
