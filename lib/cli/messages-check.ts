// `npm run messages:check [-- --seed]`: renders every seat’s message from the rules and directory in the database or,
// with --seed, from the shipped ones. Exit code 0 if all of them can be sent, else 1 with a list of those that can’t.
import './dotenv'
import { parseArgs } from 'node:util'
import { database } from '../shared/database/client'
import { listSeatsWithMp } from '../members/data/seats'
import { directorySeed } from '../members/data/read-seed'
import { messageSeed } from '../messages/data/read-seed'
import { supporterSeed } from '../supporters/data/read-seed'
import { listMessageRules, seedMessageRules } from '../messages/data/rules'
import { migrate } from '../shared/database/migrate'
import { seedDirectory } from '../members/data/seed'
import { listSupporterIds } from '../supporters/data/wall'
import { seedSupporters } from '../supporters/data/write'
import { composeCampaign, firstSettings } from '../campaign/model/campaign'
import { env } from '../shared/env'
import { checkMessages, formatMessageProblem, type MessageReport } from '../messages/check'
import { messageLimits } from '../messages/model/measured'
import { getCampaign } from '../campaign/get'

const { values } = parseArgs({ options: { seed: { type: 'boolean', default: false } } })
const now = new Date()

async function readDatabase() {
  await migrate(env.DATABASE_URL)
  const db = await database()
  await seedDirectory(db)
  await seedMessageRules(db)
  await seedSupporters(db)
  const [rules, seats, supporterIds, campaign] = await Promise.all([
    listMessageRules(),
    listSeatsWithMp(),
    listSupporterIds(),
    getCampaign(now),
  ])
  await db.$disconnect()
  return { rules, seats, supporterIds, campaign }
}

function readSeed() {
  const seats = directorySeed().seats.map(({ member, ...seat }) => ({ ...seat, mp: member }))
  const supporterIds = new Set(supporterSeed().flatMap(({ kind, memberId }) => (kind === 'mp' ? (memberId ?? []) : [])))
  const campaign = composeCampaign(firstSettings, { siteUrl: env.SITE_URL, isDissolved: false }, now)
  return { rules: messageSeed(), seats, supporterIds, campaign }
}

/** The report as lines of text: how many seats each rule serves, then the warnings and problems. */
function formatReport({ seats, served, longestMailto, problems, warnings }: MessageReport): string[] {
  return [
    ...served.map((each) => `${String(each.seats).padStart(5)}  ${each.rule}`),
    ...(longestMailto
      ? [
          `The longest email link, with an address and 40 own words, has ${longestMailto.length} of ${messageLimits.mailto} characters: ${longestMailto.seat}.`,
        ]
      : []),
    ...warnings.map(({ where, warning }) => `${where}: ${warning}`),
    ...problems.map(formatMessageProblem),
    problems.length === 0
      ? `${seats} seats, each with one message that can be sent.`
      : `${problems.length} problems in ${seats} seats.`,
  ]
}

const sources = values.seed ? readSeed() : await readDatabase()
const report = checkMessages({ ...sources, now, isThorough: values.seed })
for (const line of formatReport(report)) console.log(line)
process.exitCode = report.problems.length === 0 ? 0 : 1
