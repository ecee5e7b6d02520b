import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { FindMpState } from '@/lib/postcodes/words'
import { root } from '../../lib/cli/setup.mjs'
import { buildSite, copySite } from './sites'

/** What an empty action does: answers a constant, or redirects to a constant path. */
export type EmptyAction = { state: FindMpState } | { redirectTo: string }

/**
 * Builds a copy of the site with one more page for each empty action: `/bench/<name>` is
 * `/take-action` with the same form, whose action looks nothing up. The shipped site has no such pages.
 * @returns the copy's folder
 */
export function buildActionSite(actions: Record<string, EmptyAction>): string {
  const folder = copySite('actions')
  copySeatPages(folder)
  const page = readFileSync(path.join(root, 'app/take-action/page.tsx'))
  for (const [name, action] of Object.entries(actions)) {
    const route = path.join(folder, 'app/bench', name)
    mkdirSync(route, { recursive: true })
    writeFileSync(path.join(route, 'page.tsx'), page)
    writeFileSync(path.join(route, 'actions.ts'), composeActions(action))
  }
  buildSite(folder)
  return folder
}

/** The MP's page twice more, at `/bench/seat-…/<slug>`: its form's action counts nothing, and redirects or comes back with an answer. */
function copySeatPages(folder: string) {
  const answers = {
    redirect: `redirect('https://x.com/intent/tweet?text=a')`,
    composed: `return { outcome: 'confirmed', count: 'counted', typed: { post: 'p', subject: 's', parts: [], details: { sender_name: '', sender_address: '', sender_postcode: '', why_it_matters: '', local_link: '' } } }`,
  }
  for (const [name, answer] of Object.entries(answers)) {
    const route = path.join(folder, 'app/bench', `seat-${name}`, '[slug]')
    mkdirSync(route, { recursive: true })
    const page = readFileSync(path.join(root, 'app/take-action/[slug]/page.tsx'), 'utf8')
    writeFileSync(path.join(route, 'page.tsx'), page.replaceAll(`'../../`, `'@/app/`)) // it lies a folder deeper
    writeFileSync(
      path.join(route, 'actions.ts'),
      `'use server'
import { redirect } from 'next/navigation'
import type { HandOffState } from '@/lib/actions/model/hand-off'

export async function submitHandOff(_previous: unknown, _form: unknown): Promise<HandOffState> {
  ${name === 'redirect' ? '' : 'void redirect'}
  ${answer}
}
`,
    )
  }
}

function composeActions(action: EmptyAction): string {
  const body =
    'state' in action ? `return ${JSON.stringify(action.state)}` : `redirect(${JSON.stringify(action.redirectTo)})`
  return `'use server'
import { redirect } from 'next/navigation'
import type { FindMpState } from '@/lib/postcodes/words'

export async function submitPostcode(_previous: unknown, _form: FormData): Promise<FindMpState> {
  ${'state' in action ? 'void redirect' : ''}
  ${body}
}
`
}
