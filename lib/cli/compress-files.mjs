// The files that are served as they are, in one folder whose places are their addresses, each with a
// Brotli and a gzip file beside it: nothing is compressed at this quality while serving, and a proxy
// can serve the folder by itself. Node's own modules only, like lib/cli/setup.mjs.
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

/** Where they are, below the project's folder. */
export const filesFolder = '.next/files'

const compressible = new Set(['.css', '.ico', '.js', '.json', '.svg', '.txt', '.webmanifest', '.xml'])

/**
 * Writes the folder anew from the files of the build and of public/.
 * @param {string} root the project's folder, after a build
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
  const smaller = { br: brotliCompressSync(bytes, { params }), gz: gzipSync(bytes, { level: 9 }) }
  for (const [ending, compressed] of Object.entries(smaller))
    if (compressed.length < bytes.length) writeFileSync(`${file}.${ending}`, compressed)
}
