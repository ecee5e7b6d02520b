import { readFileSync } from 'node:fs'
import { pages, type Visitor, visitors } from './staff-pages'
import { base, invite } from './staff-site'
import { expect, test } from './test'

// Every page and every action of the desk in the build, called as every role. If you add one, list here who may use
// it; an unlisted one fails the test.
// Long tasks, which a page's own fetch starts by POST.
const tasks: Record<string, Visitor> = {
  '/staff/api/import/apply': 'publisher',
  '/staff/api/import/check': 'editor',
  '/staff/api/sync': 'publisher',
}

const actions: Record<string, Visitor> = {
  askEnrolment: 'editor',
  askMembers: 'editor',
  askPasskey: 'nobody',
  askPreview: 'editor',
  removeLogo: 'editor',
  sendEnrolment: 'editor',
  sendMove: 'publisher',
  sendPasskey: 'nobody',
  submitArchive: 'publisher',
  submitBigSwitch: 'publisher',
  submitBringBack: 'publisher',
  submitBurst: 'publisher',
  submitConfirm: 'nobody',
  submitDeletion: 'admin',
  submitDiscard: 'editor',
  submitEmail: 'nobody',
  submitErasure: 'admin',
  submitImport: 'publisher',
  submitImportCheck: 'editor',
  submitInvitation: 'admin',
  submitInvitationAgain: 'admin',
  submitName: 'admin',
  submitLetterSettings: 'admin',
  submitList: 'publisher',
  submitLinkArchive: 'editor',
  submitLinkDeletion: 'admin',
  submitLinkReturn: 'editor',
  submitLogo: 'editor',
  submitMove: 'editor',
  submitCorrection: 'publisher',
  submitCorrectionRemoval: 'publisher',
  submitPasskeyRemoval: 'editor',
  submitPersonErasure: 'admin',
  submitPlace: 'publisher',
  submitPublish: 'publisher',
  submitRemoval: 'admin',
  submitRestore: 'editor',
  submitRetry: 'publisher',
  submitRevocation: 'editor',
  submitRole: 'admin',
  submitRule: 'editor',
  submitRuleArchive: 'publisher',
  submitRuleDeletion: 'admin',
  submitRuleReturn: 'publisher',
  submitSettings: 'admin',
  submitSignOut: 'editor',
  submitSource: 'editor',
  submitSupporter: 'editor',
  submitSwitch: 'publisher',
  submitSync: 'publisher',
  submitTestLetter: 'admin',
  submitTestMail: 'admin',
  submitText: 'editor',
  submitTextDiscard: 'editor',
  submitTextPublication: 'publisher',
  submitTextRestore: 'editor',
  submitUndo: 'editor',
  submitWallAnswer: 'publisher',
}

/** A route's URL: its parameters are replaced by something in the site's database, or nowhere. */
const fill = (route: string) =>
  route.replace('[id]', '1').replace('[hash]', '0'.repeat(32)).replace('[slug]', 'ashford').replace('[section]', 'hero')
/** Endpoints for programs rather than people: the status when refused and when allowed. */
const handlers: Record<string, { refused: number; allowed: number }> = {
  '/staff/api/logos/[hash]': { refused: 401, allowed: 404 },
}

type Action = { workers: Record<string, unknown>; filename: string; exportedName: string }
const read = <Shape>(file: string): Shape => JSON.parse(readFileSync(`.next/${file}`, 'utf8'))
const every = Object.values(read<Record<string, string>>('app-path-routes-manifest.json')).filter((route) =>
  /^\/staff(\/|$)/.test(route),
)
const routes = every.filter((route) => !(route in tasks))
// The missing page, which belongs to every page of the build, has the box that finds an MP: anybody may use it.
const publicBox = 'app/take-action/actions.ts'
const built = Object.entries(read<{ node: Record<string, Action> }>('server/server-reference-manifest.json').node)
  .filter(
    ([, { workers, filename }]) =>
      filename.startsWith('app/staff/') || Object.keys(workers).some((page) => page.startsWith('app/staff/')),
  )
  .filter(([, { filename }]) => filename !== publicBox)
  .map(([id, { workers, exportedName }]) => ({
    id,
    name: exportedName,
    page: (Object.keys(workers)[0] ?? '').replace(/^app|\/page$/g, ''),
  }))

test('everything in the build is listed, and nothing else', () => {
  expect(every.sort()).toEqual([...Object.keys(pages), ...Object.keys(tasks)].sort())
  expect(built.map(({ name }) => name).sort()).toEqual(Object.keys(actions).sort())
})

/** The cookie a browser sends after signing in. */
async function signIn(role: Visitor): Promise<string> {
  if (role === 'nobody') return ''
  const action = built.find(({ name }) => name === 'submitConfirm')
  const token = new URL(await invite(`matrix-${role}@example.org`, role)).searchParams.get('token') ?? ''
  const answer = await call(action?.id ?? '', '/staff/confirm', '', [
    ['1_token', token],
    ['1_scripted', 'yes'],
  ])
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')
}

/** Calls an action as a browser with JavaScript does. */
function call(id: string, page: string, cookie: string, fields: [string, string][]) {
  const body = new FormData()
  for (const [name, value] of fields) body.append(`_${name}`, value)
  body.append('0', '[null,"$K1"]')
  return fetch(base() + fill(page), {
    method: 'POST',
    body,
    redirect: 'manual',
    headers: { 'next-action': id, cookie, origin: base() },
  })
}

/** Where a visitor is redirected; null when access is allowed. @param page where they wanted to go */
function turnedAway(visitor: Visitor, minimum: Visitor, page: string): string | null {
  if (visitors.indexOf(visitor) >= visitors.indexOf(minimum)) return null
  if (visitor !== 'nobody') return '/staff/no-access'
  const leadsNowhere = page === '/staff' || /^\/staff\/(api|confirm|no-access|sign-in)/.test(page)
  return leadsNowhere ? '/staff/sign-in' : `/staff/sign-in?next=${encodeURIComponent(page)}`
}

// What a page asks in the background: signed out, it says so in place.
const inPlace = ['askMembers', 'askPreview', 'sendMove']

// Would really query Parliament while other tests do, so only those without access try it.
const isInEarnest = (name: string) => name === 'submitSync' || name === '/staff/api/sync'

// Tried last for each role: it ends the session.
const isLast = (name: string) => name === 'submitSignOut'

for (const visitor of visitors) {
  test(`${visitor} gets what ${visitor} may, and nothing more`, async () => {
    const cookie = await signIn(visitor)
    for (const route of routes) {
      const { status, headers } = await fetch(base() + fill(route), { redirect: 'manual', headers: { cookie } })
      const away = turnedAway(visitor, pages[route] ?? 'admin', fill(route))
      expect(headers.get('cache-control')).toContain('no-store')
      const handler = handlers[route]
      if (handler) {
        expect({ route, status }).toEqual({ route, status: away ? handler.refused : handler.allowed })
        continue
      }
      // For signed-in staff, the sign-in page redirects; the outbox exists in development only.
      const leadsOn =
        away === null && ((visitor !== 'nobody' && route === '/staff/sign-in') || route === '/staff/outbox')
      expect({ route, status, to: headers.get('location') }).toEqual({
        route,
        status: away || leadsOn ? 307 : 200,
        to: away ?? (leadsOn ? '/staff' : null),
      })
    }
    for (const [route, minimum] of Object.entries(tasks)) {
      const away = turnedAway(visitor, minimum, route)
      if (!away && isInEarnest(route)) continue
      const { status } = await fetch(base() + route, {
        method: 'POST',
        body: new FormData(),
        headers: { cookie, origin: base() },
      })
      expect({ route, status }).toEqual({ route, status: !away ? 200 : visitor === 'nobody' ? 401 : 403 })
    }
    for (const { id, name, page } of [...built].sort((a, b) => Number(isLast(a.name)) - Number(isLast(b.name)))) {
      const away = turnedAway(visitor, actions[name] ?? 'admin', fill(page))
      if (!away && isInEarnest(name)) continue
      const answer = await call(id, page, cookie, [])
      const to = answer.headers.get('x-action-redirect')?.split(';')[0] ?? null
      const isAnswered = visitor === 'nobody' && inPlace.includes(name)
      const expected = isAnswered ? null : (away ?? (isLast(name) ? '/staff/sign-in?done=signed-out' : null))
      expect({ name, to }).toEqual({ name, to: expected })
      expect([200, 303], name).toContain(answer.status)
    }
  })
}
