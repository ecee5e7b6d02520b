// Reads forms exactly as browsers write them (RFC 7578), and nothing else: anything that two readers could read
// differently isn't one of our forms. So the bytes can go on to Next as they are, where Response.formData() or busboy
// reads them again. We don't use those here: they have no limit on fields or headers, and take several times as long.

/** A field. Only files have a file name. @typedef {{ value: Buffer, filename: string | null }} Field */
/** @typedef {Map<string, Field>} Fields */
/** @typedef {Pick<import('./body-limits.mjs').BodyLimits, 'maxFields' | 'maxTextBytes' | 'takesFiles'>} FormLimits */

// Node's own reader accepts no shorter or longer boundaries, and no other characters in them.
const multipart = /^multipart\/form-data; ?boundary=([\w'-]{27,70})$/

// Room for one of our field names and a file name, whose 255 characters can be 765 bytes.
const maxHeaderBytes = 1_500

// Our own names need no escapes, which readers decode in different ways. Only a file has a type: a text with one could
// claim another charset, or be taken for a file.
const textHeader = /^Content-Disposition: form-data; name="([\w$:.-]{1,100})"$/
const fileHeader =
  /^Content-Disposition: form-data; name="([\w$:.-]{1,100})"; filename="((?:[^"\\\r\n\0]|\\[^"\\\r\n\0])*)"\r\nContent-Type: ([\w!#$&^.+-]+\/[\w!#$&^.+-]+)$/

/**
 * Reads a form in linear time.
 * @param {string} contentType
 * @param {Buffer} body
 * @param {FormLimits} limits
 * @returns {Fields | null} null if it is truncated or broken, exceeds a limit, repeats a field, has a file where none
 * is accepted, or is written in any way that browsers don't write
 */
export function readMultipart(contentType, body, { maxFields, maxTextBytes, takesFiles }) {
  const boundary = multipart.exec(contentType)?.[1]
  if (boundary === undefined) return null
  const mark = Buffer.from(boundary)
  /** @type {Fields} */
  const fields = new Map()
  let textBytes = 0
  let at = mark.length + 2
  if (!body.subarray(0, at).equals(Buffer.from(`--${boundary}`))) return null
  while (startsWith(body, at, '\r\n')) {
    const header = readHeader(body.subarray(at + 2, at + 2 + maxHeaderBytes))
    const start = at + 2 + (header?.length ?? 0)
    // Node's reader ends a value at the boundary wherever it is. Unless that is at the start of a line, we refuse it.
    const next = header ? body.indexOf(mark, start) : -1
    const end = next - 4
    if (!header || end < start || !startsWith(body, end, '\r\n--')) return null
    if (fields.has(header.name) || fields.size === maxFields) return null
    if (header.filename === null) textBytes += end - start
    else if (!takesFiles) return null
    if (textBytes > maxTextBytes) return null
    fields.set(header.name, { value: body.subarray(start, end), filename: header.filename })
    at = next + mark.length
  }
  return /^--(?:\r\n)?$/.test(body.toString('latin1', at, at + 5)) ? fields : null
}

/** @param {Buffer} bytes starting with a field's headers */
function readHeader(bytes) {
  const end = bytes.indexOf('\r\n\r\n')
  if (end < 0) return null
  const text = bytes.toString('utf8', 0, end)
  const [, name, filename = null, type] = textHeader.exec(text) ?? fileHeader.exec(text) ?? []
  // This is how browsers say that no file was chosen. With another type, busboy takes it for a text.
  const isFile = filename !== '' || type === 'application/octet-stream'
  return name === undefined || !isFile ? null : { name, filename, length: end + 4 }
}

/** @param {Buffer} body @param {number} at @param {string} text */
function startsWith(body, at, text) {
  return body.toString('latin1', at, at + text.length) === text
}
