import { readFileSync } from 'node:fs'
import path from 'node:path'

type Props = { name: 'letter' | 'postcode' | 'wall' }

/**
 * One of our own browser scripts, `components/browser/<name>.ts`. A page has at most one; it runs once the page is
 * there, and the page has to work without.
 */
export function OwnScript({ name }: Props) {
  // Not imported: the file is written by the build (lib/cli/build-scripts.mjs), and by `npm run dev` after each change.
  const names: Record<string, string> = JSON.parse(
    readFileSync(path.join(process.cwd(), 'public/scripts/names.json'), 'utf8'),
  )
  return <script type="module" defer src={`/scripts/${names[name]}`} />
}
