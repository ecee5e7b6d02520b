import type { IncomingMessage, ServerResponse } from 'node:http'

/** Answers like Next for a cacheable page: with details of the request, and how many pages have been rendered. */
export function writePage(req: IncomingMessage, res: ServerResponse, made: number) {
  res.setHeader('Content-Type', 'text/html; charset=utf-8')
  res.setHeader('Cache-Control', 's-maxage=31536000')
  res.setHeader('Vary', 'rsc, next-router-state-tree')
  res.setHeader('Content-Security-Policy', "script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'")
  res.write(`<p>${JSON.stringify(req.headers)} ${req.method} `)
  res.end(`${req.url} – made ${made}${' and long'.repeat(100)}<script>self.x=1</script>`)
}
