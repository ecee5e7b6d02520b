// Serves the build's files and public/ from memory, compressed at build time.
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { chooseEncoding } from './encode.mjs'
import { composeTag, isTagKnown } from './entity-tag.mjs'
import { refuse } from './refusal.mjs'

/** @typedef {import('node:http').IncomingMessage} Request */
/** @typedef {import('node:http').ServerResponse} Response */
/** @typedef {import('node:http').OutgoingHttpHeaders} Headers */
/** @typedef {{ headers: Headers, tag: string, identity: Buffer, br?: Buffer, gzip?: Buffer }} File */

/** @type {Record<string, string>} */
const types = {
  '.css': 'text/css; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.woff2': 'font/woff2',
}

/**
 * Reads a folder and serves each file at the address that matches its path in the folder.
 * @param {string} folder as written by `compressFiles`, with .br and .gz versions beside files that compress well
 * @returns {{ paths: string[], link: import('./link.mjs').Link }} `link` answers requests for a file
 */
export function readStaticFiles(folder) {
  const files = new Map(listFiles(folder).map((name) => [`/${name}`, readFile(folder, name)]))
  return {
    paths: [...files.keys()],
    link(req, res, next) {
      const file = files.get((req.url ?? '').replace(/[?#].*$/s, ''))
      if (!file) return next(req, res)
      if (req.method === 'GET' || req.method === 'HEAD') return send(file, req, res)
      return refuse(res, 405, 'This address takes no such request.', { allow: 'GET, HEAD' })
    },
  }
}

/** @param {string} folder */
function listFiles(folder) {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile() && !/\.(?:br|gz)$/.test(entry.name))
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
}

/** @param {string} folder @param {string} name @returns {File} */
function readFile(folder, name) {
  const file = path.join(folder, name)
  const identity = readFileSync(file)
  const [br, gzip] = [readIfThere(`${file}.br`), readIfThere(`${file}.gz`)]
  const tag = composeTag(identity)
  const headers = {
    'content-type': types[path.extname(name)] ?? 'application/octet-stream',
    // Their names contain a hash of the contents.
    'cache-control': /^(?:_next\/static\/|scripts\/.*\.js$)/.test(name)
      ? 'public, max-age=31536000, immutable'
      : 'public, max-age=0',
    etag: tag,
    'accept-ranges': 'none',
    ...((br || gzip) && { vary: 'Accept-Encoding' }),
  }
  return { headers, tag, identity, ...(br && { br }), ...(gzip && { gzip }) }
}

/** @param {string} file */
function readIfThere(file) {
  try {
    return readFileSync(file)
  } catch {
    return null
  }
}

/** @param {File} file @param {Request} req @param {Response} res */
function send({ headers, tag, ...bodies }, req, res) {
  if (isTagKnown(req.headers['if-none-match'], tag)) return res.writeHead(304, headers).end()
  const encoding = chooseEncoding(req)
  const body = bodies[encoding] ?? bodies.identity
  const isEncoded = encoding !== 'identity' && bodies[encoding] !== undefined
  res.writeHead(200, { ...headers, ...(isEncoded && { 'content-encoding': encoding }), 'content-length': body.length })
  return req.method === 'HEAD' ? res.end() : res.end(body)
}
