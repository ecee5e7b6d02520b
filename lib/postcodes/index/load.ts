import 'server-only'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { openPostcodeIndex, type PostcodeIndex } from './open'

/** The path of the committed index, relative to the project root. */
export const postcodeIndexFile = 'prisma/seed/postcodes.bin'

let loaded: PostcodeIndex | undefined

/**
 * The committed index, loaded on first use and cached. Expects the project root as working directory, as in
 * Next and our commands.
 * @throws PostcodeIndexError when the file is damaged; a file system error when it is missing
 */
export function loadPostcodeIndex(): PostcodeIndex {
  loaded ??= openPostcodeIndex(readFileSync(path.join(/* turbopackIgnore: true */ process.cwd(), postcodeIndexFile)))
  return loaded
}
