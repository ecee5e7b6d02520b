import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import { composeLinks, type Link } from '@/lib/server/front/link.mjs'

type Given = { url?: string; method?: string; headers?: Record<string, string>; remoteAddress?: string }

/** Sends a request through links, and returns what became of it and whether it reached the handler. */
export function passLinks(links: Link[], { remoteAddress, ...given }: Given) {
  const socket = Object.defineProperty(new Socket(), 'remoteAddress', { value: remoteAddress })
  const req = Object.assign(new IncomingMessage(socket), { method: 'GET', url: '/', headers: {}, ...given })
  const res = new ServerResponse(req)
  let isPassed = false
  composeLinks(links, () => (isPassed = true))(req, res)
  return { req, res, isPassed }
}
