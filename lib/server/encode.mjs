// Compression of whole answers: Brotli where the browser takes it, else gzip.
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

/** @typedef {'br' | 'gzip' | 'identity'} Encoding */

const compressible = /^(?:text\/|image\/svg|application\/(?:json|javascript|xml|manifest\+json))/
const smallest = 500 // bytes; below, compression adds more than it saves

/**
 * The encoding in which to send an answer.
 * @param {import('node:http').IncomingMessage} req
 * @param {string} contentType
 * @param {number} bytes
 * @returns {Encoding}
 */
export function chooseEncoding(req, contentType, bytes) {
  const accepted = String(req.headers['accept-encoding'] ?? '')
  if (bytes < smallest || !compressible.test(contentType)) return 'identity'
  return /** @type {const} */ (['br', 'gzip']).find((name) => isAccepted(accepted, name)) ?? 'identity'
}

/** @param {string} accepted @param {string} name */
function isAccepted(accepted, name) {
  return accepted.split(',').some((each) => {
    const [coding, ...parameters] = each.toLowerCase().split(';')
    return coding?.trim() === name && !parameters.some((parameter) => /^\s*q=0(?:\.0*)?\s*$/.test(parameter))
  })
}

/**
 * @param {Buffer} body
 * @param {Encoding} encoding
 * @param {{ isForEver: boolean }} options whether it is compressed once for many, and may take longer
 * @returns {Promise<Buffer>}
 */
export async function encode(body, encoding, { isForEver }) {
  if (encoding === 'identity') return body
  if (encoding === 'gzip') return promisify(gzip)(body, { level: isForEver ? 9 : 6 })
  const params = { [constants.BROTLI_PARAM_QUALITY]: isForEver ? 11 : 5, [constants.BROTLI_PARAM_SIZE_HINT]: body.length }
  return promisify(brotliCompress)(body, { params })
}
