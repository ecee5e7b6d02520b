import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** The project's folder. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..')

/** Where the files are that are served as they are, below the project's folder: see lib/cli/compress-files.mjs. */
export const filesFolder = '.next/files'
