import type { HttpFailure } from './get-json'

/** One attempt at a picture: its bytes, that there is none (404), a failure, or a request to come back later. */
export type PictureReply =
  | { outcome: 'picture'; bytes: Uint8Array<ArrayBuffer> }
  | { outcome: 'none' }
  | { outcome: 'failed'; failed: HttpFailure }
  | { outcome: 'come-back'; retryAfter: string | null }

export type GetPictureOptions = { fetch: typeof fetch; userAgent: string; signal: AbortSignal; maxBodyBytes: number }

/** Gets one picture, with the same care as `getJson`: measured as it streams, no redirects, nothing kept, no throwing. */
export async function getPicture(
  url: URL,
  { fetch, userAgent, signal, maxBodyBytes }: GetPictureOptions,
): Promise<PictureReply> {
  const headers = { accept: 'image/*', 'user-agent': userAgent }
  try {
    const response = await fetch(url, { headers, signal, redirect: 'manual', cache: 'no-store', credentials: 'omit' })
    if (response.ok) {
      const bytes = await readBytes(response, maxBodyBytes)
      return bytes ? { outcome: 'picture', bytes } : { outcome: 'failed', failed: { failure: 'too-large' } }
    }
    await response.body?.cancel()
    const { status } = response
    const retryAfter = response.headers.get('retry-after')
    if (status === 404) return { outcome: 'none' }
    if (status === 429 || (status === 503 && retryAfter !== null)) return { outcome: 'come-back', retryAfter }
    if (status >= 300 && status < 400) return { outcome: 'failed', failed: { failure: 'redirected' } }
    return { outcome: 'failed', failed: { failure: 'bad-status', status } }
  } catch {
    return { outcome: 'failed', failed: { failure: signal.aborted ? 'timed-out' : 'unreachable' } }
  }
}

async function readBytes(response: Response, maxBytes: number): Promise<Uint8Array<ArrayBuffer> | null> {
  const reader = response.body?.getReader()
  const chunks: Uint8Array[] = []
  let size = 0
  for (let chunk = await reader?.read(); chunk && !chunk.done; chunk = await reader?.read()) {
    size += chunk.value.byteLength
    if (size > maxBytes) {
      await reader?.cancel()
      return null
    }
    chunks.push(chunk.value)
  }
  const bytes = new Uint8Array(size)
  let at = 0
  for (const chunk of chunks) {
    bytes.set(chunk, at)
    at += chunk.byteLength
  }
  return bytes
}
