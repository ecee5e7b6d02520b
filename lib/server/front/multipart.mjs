// Reads a form as browsers send it (RFC 7578), and nothing else. We don't use Response.formData(), which
// has no limit on fields, names or headers, and takes several times as long.

import { randomUUID } from 'node:crypto'

/** A field. Only files have a file name. @typedef {{ value: Buffer, filename: string | null }} Field */
/** @typedef {Map<string, Field>} Fields */
/** @typedef {Pick<import('./body-limits.mjs').BodyLimits, 'maxFields' | 'maxTextBytes' | 'takesFiles'>} FormLimits */

// One of our field names and a file name, whose 255 characters can be 765 bytes.
const maxHeaderBytes = 1_500
const disposition = /^content-disposition: form-data; name="([^"]*)"(?:; filename="([^"]*)")?$/i

/**
 * Reads a form in linear time.
 * @param {string} contentType
 * @param {Buffer} body
 * @param {FormLimits} limits
 * @returns {Fields | null} null if it is truncated or broken, exceeds a limit, repeats a field, or has a file where none is accepted
 */
export function readMultipart(contentType, body, { maxFields, maxTextBytes, takesFiles }) {
  const [, quoted, plain] =
    /^multipart\/form-data;\s*boundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))$/i.exec(contentType) ?? []
  const delimiter = Buffer.from(`\r\n--${quoted ?? plain}`)
  /** @type {Fields} */
  const fields = new Map()
  let textBytes = 0
  let at = delimiter.length - 2 // there is no line break before the first
  if ((quoted ?? plain) === undefined || !body.subarray(0, at).equals(delimiter.subarray(2))) return null
  while (startsAt(body, at, '\r\n')) {
    const header = readHeader(body.subarray(at + 2, at + 2 + maxHeaderBytes))
    const start = at + 2 + (header?.length ?? 0)
    const end = header ? body.indexOf(delimiter, start) : -1
    if (!header || end < 0 || fields.has(header.name) || fields.size === maxFields) return null
    if (header.filename === null) textBytes += end - start
    else if (!takesFiles) return null
    if (textBytes > maxTextBytes) return null
    fields.set(header.name, { value: body.subarray(start, end), filename: header.filename })
    at = end + delimiter.length
  }
  return startsAt(body, at, '--') ? fields : null
}

/**
 * Writes a form, with all text as valid UTF-8 whatever was sent.
 * @param {Fields} fields
 */
export function writeMultipart(fields) {
  const boundary = `----${randomUUID()}`
  const parts = [...fields].flatMap(([name, { value, filename }]) => {
    // We can't trust what a file says about itself, so we don't pass on its type.
    const file = filename === null ? '' : `; filename="${escape(filename)}"\r\nContent-Type: application/octet-stream`
    return [
      `--${boundary}\r\nContent-Disposition: form-data; name="${escape(name)}"${file}\r\n\r\n`,
      filename === null ? value.toString() : value,
      '\r\n',
    ]
  })
  const body = Buffer.concat(
    [...parts, `--${boundary}--\r\n`].map((part) => (typeof part === 'string' ? Buffer.from(part) : part)),
  )
  return { contentType: `multipart/form-data; boundary=${boundary}`, body }
}

/** @param {Buffer} bytes starting with a field's headers */
function readHeader(bytes) {
  const end = bytes.indexOf('\r\n\r\n')
  if (end < 0) return null
  const lines = bytes.toString('utf8', 0, end).split('\r\n')
  const [line, more] = lines.filter((each) => !/^content-type: /i.test(each))
  const [, name, filename] = disposition.exec(line ?? '') ?? []
  if (name === undefined || more !== undefined) return null
  return { name: unescape(name), filename: filename === undefined ? null : unescape(filename), length: end + 4 }
}

/** @param {Buffer} body @param {number} at @param {string} two characters */
function startsAt(body, at, two) {
  return body.toString('latin1', at, at + 2) === two
}

/** Escapes a name as the HTML standard does in a multipart body. @param {string} name */
function escape(name) {
  return name.replace(/[\r\n"]/g, encodeURIComponent)
}

/** @param {string} name */
function unescape(name) {
  return name.replace(/%(?:0D|0A|22)/gi, decodeURIComponent)
}
