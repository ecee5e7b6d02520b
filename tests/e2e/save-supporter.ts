// A process next to the site that saves an organisation as staff would; arguments: its name and status.
import { database } from '@/lib/shared/database/client'
import { blankValues } from '@/lib/supporters/model/fields'
import { saveSupporter } from '@/lib/supporters/save'

const [name = '', status = 'published'] = process.argv.slice(2)
const db = await database()
const row = await db.supporter.findFirst({ where: { name }, select: { id: true, version: true } })
const own = {
  ...blankValues,
  kind: 'organisation',
  position: 1,
}
console.log(JSON.stringify(await saveSupporter({ ...own, ...row, name, status }, { actor: null, now: new Date() })))
await db.$disconnect()
