import { once } from 'node:events'
import { createServer, request, type IncomingMessage } from 'node:http'
import { afterEach, expect, test } from 'vitest'
import { createChain } from '@/lib/server/front/chain.mjs'
import { frontLinks, type LinkName } from '@/lib/shared/front.mjs'

type Answer = { status: number; headers: IncomingMessage['headers']; body: string }
const servers: ReturnType<typeof createServer>[] = []
afterEach(() => servers.splice(0).forEach((server) => server.close().closeAllConnections()))

/** The chain in front of a handler that reports what has reached it. */
async function serveWithout(...off: LinkName[]) {
  const { handle } = createChain(
    {
      off: new Set(off),
      securityHeaders: [{ key: 'X-Frame-Options', value: 'DENY' }],
      routes: {},
      actions: {},
      previewId: 'preview',
      newPageHeaders: { host: 'site.example', 'x-prerender-revalidate': 'preview' },
      readSheet: () => '',
      trustedProxy: '',
      siteHost: 'site.example',
      visitorShare: 0,
      isKeepingPages: true,
      paths: {
        isKept: () => false,
        isListed: () => false,
        resolve: (path) => (path === '/nothing' ? '/not-found' : path),
        findNear: () => null,
      },
      files: {
        paths: ['/file'],
        link: (req, res, next) => (req.url === '/file' ? res.end('file') : next(req, res)),
      },
      hasSession: async () => false,
    },
    (req, res) => {
      const isAllowed = Reflect.get(globalThis, 'stableFuturesFallback').getStore() === true
      res.setHeader('content-type', 'application/json')
      res.end(JSON.stringify({ url: req.url, headers: req.headers, isAllowed }))
    },
  )
  const server = createServer({ requireHostHeader: false }, handle)
  servers.push(server)
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : undefined
  return async (path: string, { method = 'GET', headers = {}, body = '' }: Asked = {}): Promise<Answer> => {
    const sent = request({ host: '127.0.0.1', port, path, method, headers, agent: false })
    const [answer]: IncomingMessage[] = await once(sent.end(body), 'response')
    let text = ''
    for await (const chunk of answer ?? []) text += String(chunk)
    return { status: answer?.statusCode ?? 0, headers: answer?.headers ?? {}, body: text }
  }
}
type Asked = { method?: string; headers?: Record<string, string>; body?: string }

const post = { method: 'POST', headers: { 'content-length': '0' } }
const reach = async (answer: Promise<Answer>) => JSON.parse((await answer).body)
type Ask = Awaited<ReturnType<typeof serveWithout>>

/** What each link does, and what happens without it. */
const differences: Record<
  Exclude<LinkName, 'connections' | 'form-queue' | 'form-fallback'>,
  { look: (ask: Ask) => Promise<unknown>; withIt: unknown; without: unknown }
> = {
  'security-headers': {
    look: async (ask) => (await ask('/', { method: 'PUT' })).headers['x-frame-options'],
    withIt: 'DENY',
    without: undefined,
  },
  'visitor-address': {
    look: async (ask) =>
      (await reach(ask('/', { headers: { 'x-visitor-address': '192.0.2.1' } }))).headers['x-visitor-address'],
    withIt: 'unknown',
    without: '192.0.2.1',
  },
  'source-tag': {
    look: async (ask) => (await reach(ask('/?s=tag'))).headers['x-source-tag'],
    withIt: 'tag',
    without: undefined,
  },
  'forwarded-headers': {
    look: async (ask) => (await reach(ask('/', { headers: { 'x-forwarded-host': 'a' } }))).headers['x-forwarded-host'],
    withIt: undefined,
    without: 'a',
  },
  'known-paths': {
    look: async (ask) => (await reach(ask('/nothing'))).url,
    withIt: '/not-found',
    without: '/nothing',
  },
  'internal-headers': {
    look: async (ask) => (await reach(ask('/', { headers: { rsc: '1' } }))).headers.rsc,
    withIt: undefined,
    without: '1',
  },
  methods: { look: async (ask) => (await ask('/', { method: 'PUT' })).status, withIt: 405, without: 200 },
  parameters: { look: async (ask) => (await ask(`/?${'a&'.repeat(200)}`)).status, withIt: 400, without: 200 },
  posts: {
    look: async (ask) =>
      (await ask('/api/x', { ...post, headers: { ...post.headers, origin: 'https://a.example' } })).status,
    withIt: 403,
    without: 200,
  },
  host: { look: async (ask) => (await ask('/', { headers: { host: 'a/b' } })).status, withIt: 400, without: 200 },
  files: { look: async (ask) => (await ask('/file')).body === 'file', withIt: true, without: false },
  reports: { look: async (ask) => (await ask('/api/actions')).status, withIt: 405, without: 200 },
  'form-guard': { look: async (ask) => (await ask('/', post)).status, withIt: 400, without: 200 },
}

test.each(Object.entries(differences))(
  'the link %s can be left out on its own',
  async (name, { look, withIt, without }) => {
    expect(await look(await serveWithout())).toEqual(withIt)
    const [link] = frontLinks.filter((each) => each === name)
    expect(await look(await serveWithout(link ?? 'host'))).toEqual(without)
  },
)

test('forms may be answered without the database unless that link is left out, even if there is no queue', async () => {
  const isAllowed = async (...off: LinkName[]) =>
    (await reach((await serveWithout('form-guard', ...off))('/', post))).isAllowed
  expect(await isAllowed()).toBe(true)
  expect(await isAllowed('form-queue')).toBe(true)
  expect(await isAllowed('form-fallback')).toBe(false)
})

test('all links can be left out at once', async () => {
  const ask = await serveWithout(...frontLinks)
  expect(
    await reach(ask('/nothing?s=tag', { ...post, headers: { ...post.headers, rsc: '1', host: 'a/b' } })),
  ).toMatchObject({
    url: '/nothing?s=tag',
    headers: { rsc: '1' },
    isAllowed: false,
  })
})
