import 'server-only'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { openPostcodeIndex, type PostcodeIndex } from './open'

/** Where the committed index lies, from the root of the project. */
export const postcodeIndexFile = 'prisma/seed/postcodes.bin'

let loaded: PostcodeIndex | undefined

/**
 * The committed index, read on the first call and kept. Wants the working directory at the root
 * of the project, as Next and our commands have it.
 * @throws PostcodeIndexError when the file is damaged, or the file system's error when it is missing
 */
export function loadPostcodeIndex(): PostcodeIndex {
  loaded ??= openPostcodeIndex(readFileSync(path.join(/* turbopackIgnore: true */ process.cwd(), postcodeIndexFile)))
  return loaded
}
