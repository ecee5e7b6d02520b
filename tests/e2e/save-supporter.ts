// A process beside the site that saves an organisation as staff would: its name, its status.
import { database } from '@/lib/shared/database/client'
import { saveSupporter } from '@/lib/supporters/save'

const [name = '', status = 'published'] = process.argv.slice(2)
const db = await database()
const row = await db.supporter.findFirst({ where: { name }, select: { id: true, version: true } })
const own = {
  kind: 'organisation',
  memberId: null,
  isFormer: false,
  constituency: null,
  link: null,
  position: 1,
  joinedOn: null,
  notes: '',
}
console.log(JSON.stringify(await saveSupporter({ ...own, ...row, name, status }, { actor: null, now: new Date() })))
await db.$disconnect()
