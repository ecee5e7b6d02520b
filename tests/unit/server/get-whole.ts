import { once } from 'node:events'
import { type IncomingMessage, request, type Server } from 'node:http'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'

/** A server's whole answer, both as sent and decompressed. */
export async function getWhole(server: Server, path: string, headers: Record<string, string> = {}, method = 'GET') {
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : undefined
  const sent = request({ port, path, headers, method, agent: false }).end()
  const [received]: IncomingMessage[] = await once(sent, 'response')
  const chunks: Buffer[] = []
  for await (const chunk of received ?? []) chunks.push(chunk)
  const bytes = Buffer.concat(chunks)
  const decode = { br: brotliDecompressSync, gzip: gunzipSync }[String(received?.headers['content-encoding'])]
  return {
    status: received?.statusCode,
    headers: received?.headers ?? {},
    bytes,
    body: (bytes.length > 0 ? (decode?.(bytes) ?? bytes) : bytes).toString(),
  }
}
