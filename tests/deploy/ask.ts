import https from 'node:https'
import zlib from 'node:zlib'

export type Answer = { status: number; headers: Record<string, string[]>; body: Buffer; text: string }
export type Question = { method?: string; headers?: Record<string, string>; body?: string | Buffer; from?: string }
export type Ask = (path: string, question?: Question) => Promise<Answer>

const decoders: Record<string, (body: Buffer) => Buffer> = { br: zlib.brotliDecompressSync, gzip: zlib.gunzipSync }

/** Asks a server over TLS, with headers as they came, so that doubled ones are seen. */
export function createAsk(port: number, ca: Buffer): Ask {
  const agent = new https.Agent({ keepAlive: true, ca, maxSockets: 64 })
  return (path, { method = 'GET', headers = {}, body, from } = {}) =>
    new Promise((resolve, reject) => {
      const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }
      const all = { host: `localhost:${port}`, ...(from && { 'x-test-address': from }), ...length, ...headers }
      const request = https.request(
        { host: '127.0.0.1', servername: 'localhost', port, path, method, agent, headers: all },
        (response) => {
          const pieces: Buffer[] = []
          response.on('data', (piece: Buffer) => pieces.push(piece)).on('error', reject)
          response.on('end', () => {
            const found: Record<string, string[]> = {}
            response.rawHeaders.forEach(
              (name, at) => at % 2 === 0 && (found[name.toLowerCase()] ??= []).push(response.rawHeaders[at + 1] ?? ''),
            )
            const raw = Buffer.concat(pieces)
            const decode = decoders[found['content-encoding']?.[0] ?? '']
            resolve({
              status: response.statusCode ?? 0,
              headers: found,
              body: raw,
              text: (decode && raw.length > 0 ? decode(raw) : raw).toString(),
            })
          })
        },
      )
      request.on('error', reject)
      request.end(body)
    })
}

const boundary = '----check'
const entities: Record<string, string> = { amp: '&', quot: '"', '#x27': "'", lt: '<', gt: '>' }
const decode = (text: string) => text.replace(/&([a-z#0-9]+);/g, (whole, name: string) => entities[name] ?? whole)
const attribute = (tag: string, name: string) => decode(new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? '')

/** What a browser without JavaScript posts for the form of a page, with some fields filled in. */
export function composeForm(html: string, filled: Record<string, string>, origin: string): Question {
  const form = /<form[^>]*multipart[^]*?<\/form>/.exec(html)?.[0] ?? ''
  const inputs = [...form.matchAll(/<input\b[^>]*>/g)].map(([tag]): [string, string] => [
    attribute(tag, 'name'),
    attribute(tag, 'value'),
  ])
  const areas = [...form.matchAll(/(<textarea\b[^>]*>)([^]*?)<\/textarea>/g)].map(
    ([, tag = '', text = '']): [string, string] => [attribute(tag, 'name'), decode(text).replaceAll('\n', '\r\n')],
  )
  const fields = [...inputs, ...areas]
    .filter(([name]) => name !== '' && !(name in filled))
    .concat(Object.entries(filled))
  const parts = fields.map(
    ([name, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  )
  return {
    method: 'POST',
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}`, origin, accept: 'text/html' },
    body: `${parts.join('')}--${boundary}--\r\n`,
  }
}
