// Collects the static files in one folder laid out like their URLs, each with a Brotli and a gzip copy beside it. This
// compression level is too slow to use per request, and a proxy can serve the folder without us. Node’s own modules
// only, like lib/cli/setup.mjs.
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { filesFolder } from '../shared/project.mjs'

const compressible = new Set(['.css', '.ico', '.js', '.json', '.svg', '.txt', '.webmanifest', '.xml'])

/**
 * Rebuilds the folder from public/ and the build’s static files.
 * @param {string} root the project’s root, after a build
 */
export function compressFiles(root) {
  const folder = path.join(root, filesFolder)
  rmSync(folder, { recursive: true, force: true })
  if (existsSync(path.join(root, 'public'))) cpSync(path.join(root, 'public'), folder, { recursive: true })
  cpSync(path.join(root, '.next/static'), path.join(folder, '_next/static'), { recursive: true })
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isFile() && compressible.has(path.extname(entry.name)))
      compressFile(path.join(entry.parentPath, entry.name))
  }
}

/** @param {string} file */
function compressFile(file) {
  const bytes = readFileSync(file)
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length }
  const variants = { br: brotliCompressSync(bytes, { params }), gz: gzipSync(bytes, { level: 9 }) }
  for (const [ending, compressed] of Object.entries(variants))
    if (compressed.length < bytes.length) writeFileSync(`${file}.${ending}`, compressed)
}
