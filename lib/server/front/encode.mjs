// Compresses whole answers: with Brotli where the browser accepts it, otherwise with gzip.
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

/** @typedef {'br' | 'gzip' | 'identity'} Encoding */

const compressible = /^(?:text\/|image\/svg|application\/(?:json|javascript|xml|manifest\+json))/
const smallest = 500 // bytes; below, compression adds more than it saves

/**
 * Whether compressing an answer makes it smaller.
 * @param {string} contentType
 * @param {number} bytes
 */
export function isCompressible(contentType, bytes) {
  return bytes >= smallest && compressible.test(contentType)
}

/**
 * The encoding to send an answer in.
 * @param {import('node:http').IncomingMessage} req
 * @returns {Encoding}
 */
export function chooseEncoding(req) {
  const accepted = String(req.headers['accept-encoding'] ?? '')
  return /** @type {const} */ (['br', 'gzip']).find((name) => isAccepted(accepted, name)) ?? 'identity'
}

/** @param {string} accepted @param {string} name */
function isAccepted(accepted, name) {
  return accepted.split(',').some((each) => {
    const [coding, ...parameters] = each.toLowerCase().split(';')
    return coding?.trim() === name && !parameters.some((parameter) => /^\s*q=0(?:\.0*)?\s*$/.test(parameter))
  })
}

// Higher qualities take ten times as long to save another twentieth. Files that never change get them at
// build time, see lib/cli/compress-files.mjs.
const brotliQuality = 5
const gzipLevel = 6

/**
 * @param {Buffer} body
 * @param {Encoding} encoding
 * @returns {Promise<Buffer>}
 */
export async function encode(body, encoding) {
  if (encoding === 'identity') return body
  if (encoding === 'gzip') return promisify(gzip)(body, { level: gzipLevel })
  const params = { [constants.BROTLI_PARAM_QUALITY]: brotliQuality, [constants.BROTLI_PARAM_SIZE_HINT]: body.length }
  return promisify(brotliCompress)(body, { params })
}
