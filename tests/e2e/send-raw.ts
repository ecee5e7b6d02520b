import { type Agent, type OutgoingHttpHeaders, request } from 'node:http'

export type Answer = { status: number; headers: Record<string, unknown>; body: string }
export type Sent = { method: string; path: string; headers?: OutgoingHttpHeaders; body?: Buffer | string }

/**
 * Sends exactly this path and these bytes, which fetch would normalise.
 * @param agent keeps connections for more; without one, each request has its own
 */
export function sendRaw(
  url: string,
  { method, path, headers, body = '' }: Sent,
  agent: Agent | false = false,
): Promise<Answer> {
  const length = method === 'GET' ? {} : { 'content-length': Buffer.byteLength(body) }
  return new Promise((resolve, reject) => {
    const sent = request(url, { method, path, agent, headers: { ...length, ...headers } }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(chunks).toString(),
        }),
      )
    })
    sent.on('error', (error) => {
      // The server closes connections that have been idle for five seconds, perhaps at this very moment.
      if (sent.reusedSocket) resolve(sendRaw(url, { method, path, headers: headers ?? {}, body }))
      else reject(error)
    })
    sent.end(body)
  })
}
