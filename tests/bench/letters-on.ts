// One database's part of letters.ts, in a process of its own. The mail server is a thread, so that it takes none of this
// process's time.
import { Worker } from 'node:worker_threads'
import { median } from './figures'

const [name = '', given = '2000'] = process.argv.slice(2)
const number = Number(given)
const perHour = (count: number, ms: number) => `${Math.round((count / ms) * 3_600_000).toLocaleString('en-GB')} an hour`

await measure()

async function measure() {
  const mailServer = new Worker(new URL('./mail-server.mjs', import.meta.url), { execArgv: [] })
  const port = await new Promise<number>((resolve) => mailServer.once('message', resolve))
  process.env.SMTP_URL = `smtp://127.0.0.1:${port}` // before the settings are read
  const { migrate } = await import('@/lib/shared/database/migrate')
  const { database } = await import('@/lib/shared/database/client')
  const { seedDirectory } = await import('@/lib/members/data/seed')
  const { seedMessageRules } = await import('@/lib/messages/data/rules')
  const { showSeat } = await import('@/lib/actions/show-seat')
  const { createOutbox } = await import('@/lib/letters/outbox')
  const { maxConnections, openPost } = await import('@/lib/staff/mail/post')
  const { fillConfirmed } = await import('../integration/letters/fill-confirmed')
  await migrate(process.env.DATABASE_URL ?? '')
  const db = await database()
  await seedDirectory(db)
  await seedMessageRules(db)
  await db.$executeRawUnsafe(`UPDATE "Member" SET "email" = 'mp' || "id" || '@mp.example'`)
  const settings = { isOn: true, isPaused: false, perMpPerHour: 0, perHour: 0, updatedBy: '', updatedAt: new Date() }
  await db.letterSettings.create({ data: { id: 1, version: 1, ...settings } })

  const post = openPost()
  const mail = {
    from: { name: 'Jo via Stable Futures', address: 'letters@stablefutures.example' },
    to: 'mp@mp.example',
    subject: 'Guardians',
    text: 'Please help these children. '.repeat(40),
    messageId: '<bench@stablefutures.example>',
  }
  let left = number
  const bareStart = performance.now()
  const lane = async () => {
    while (left-- > 0) await post.send(mail)
  }
  await Promise.all(Array.from({ length: maxConnections }, lane))
  const bareMs = performance.now() - bareStart
  post.close()

  const readMs = async () => {
    const start = performance.now()
    await showSeat('manchester-central', new Date())
    return performance.now() - start
  }
  const quiet: number[] = []
  for (let at = 0; at < 100; at++) quiet.push(await readMs())

  await fillConfirmed(db, number)
  const outbox = createOutbox()
  const busy: number[] = []
  const start = performance.now()
  let isDone = false
  outbox.look()
  const settled = outbox.settle().then(() => (isDone = true))
  while (!isDone) {
    busy.push(await readMs())
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  await settled
  const ms = performance.now() - start
  const accepted = await db.letter.count({ where: { state: 'accepted' } })
  if (accepted !== number) throw new Error(`${accepted} of ${number} were accepted`)
  const print = (what: string, ...columns: string[]) => console.log([`${name}, ${what}`, ...columns].join('  '))
  print(
    `${number.toLocaleString('en-GB')} letters, each with its receipt`,
    perHour(number, ms),
    `nodemailer alone: ${perHour(number, bareMs)}`,
    (bareMs / ms).toFixed(2),
    '20,000 an hour',
  )
  print(
    'what a seat’s page shows, while letters are sent',
    `${median(busy).toFixed(1)} ms`,
    `while none are: ${median(quiet).toFixed(1)} ms`,
    (median(busy) / median(quiet)).toFixed(1),
  )
  process.exit(0)
}
