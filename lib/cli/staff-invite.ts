// `npm run staff:invite -- name@example.org [--role admin] [--name "Ann Example"]`: adds someone to
// the staff and prints a sign-in link, so a fresh install needs no mail server.
import './dotenv'
import { parseArgs } from 'node:util'
import { StaffSecretError } from '../staff/sign-in/secret'
import { database } from '../shared/database/client'
import { migrate } from '../shared/database/migrate'
import { formatMoment } from '../shared/model/uk-time'
import { roles } from '../staff/model/staff'
import { env } from '../shared/env'
import { inviteStaffByLink } from '../staff/invite'

const usage = `npm run staff:invite -- name@example.org --role ${roles.join('|')} [--name "Ann Example"]`

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { role: { type: 'string', default: 'editor' }, name: { type: 'string' } },
  })
  const [email = '', ...more] = positionals
  if (more.length > 0) throw new TypeError('Give one email address at a time.')
  await migrate(env.DATABASE_URL)
  const answer = await inviteStaffByLink(
    { email, role: values.role, name: values.name ?? email.split('@')[0] },
    null,
    new Date(),
  )
  if (answer.outcome === 'refused')
    throw new TypeError(answer.problems.map(({ field, message }) => `${field}: ${message}`).join('\n'))
  console.error(answer.isNew ? 'Invited.' : 'Already on the staff. Their role was not changed.')
  console.error(`This sign-in link works once, until ${formatMoment(answer.until)}:`)
  console.log(answer.link)
} catch (error) {
  if (error instanceof StaffSecretError) console.error(error.message)
  else if (error instanceof TypeError) console.error(`${error.message}\n\n${usage}`)
  else throw error
  process.exitCode = 1
} finally {
  await database().then(
    (db) => db.$disconnect(),
    () => undefined,
  )
}
