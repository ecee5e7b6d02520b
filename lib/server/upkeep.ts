import 'server-only'
import { spawn } from 'node:child_process'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import { deleteDecidedBefore } from '../actions/data/held'
import { emptyLinkArchive } from '../actions/source-links'
import { emptyMessageArchive } from '../messages/archive'
import { emptySupporterArchive } from '../supporters/archive'
import { claimUpkeep, recordUpkeep, type UpkeepTask } from '../shared/database/upkeep'
import { daysToUndo } from '../actions/model/burst'
import { addDays, toUkDay } from '../shared/model/uk-time'
import { env } from '../shared/env'
import { log } from '../shared/log'
import { repeat } from '../shared/repeat'

const minuteMs = 60_000
const hourMs = 60 * minuteMs
const dayMs = 24 * hourMs
const lookMs = 10 * minuteMs
const limitMs = 60 * minuteMs

/**
 * Starts regular upkeep: once a day a check for damage and the deletion of actions that staff decided long ago, the
 * deletion of what has been archived long enough, and backups if BACKUP_DIR is set. Of several servers, whichever gets there first does it.
 */
export function startUpkeep(): void {
  // Not straight away, and not all servers of one database at once.
  repeat(lookMs, () => runDueUpkeep(new Date()), 'could not run database upkeep', lookMs * (1 + Math.random()))
  repeat(lookMs, () => emptyArchive(new Date()), 'could not empty the archive', lookMs * (1 + Math.random()))
}

/** Runs the tasks that are due, one after the other. */
export async function runDueUpkeep(now: Date): Promise<void> {
  if (await claimUpkeep('check', dayMs, now)) {
    await runTask('check', 'database-check.ts')
    await deleteDecidedBefore(addDays(toUkDay(now), -daysToUndo))
  }
  if (env.BACKUP_DIR !== '' && (await claimUpkeep('backup', env.BACKUP_EVERY_HOURS * hourMs, now)))
    await runTask('backup', 'backup.ts')
}

/**
 * Deletes for good what was archived long enough ago, if it is time to look: every hour, so that what the desk says goes
 * on a day goes on that day. Only one of several servers does it.
 */
export async function emptyArchive(now: Date): Promise<void> {
  if (!(await claimUpkeep('archive', hourMs, now))) return
  const deleted = {
    supporters: await emptySupporterArchive(now),
    messages: await emptyMessageArchive(now),
    links: await emptyLinkArchive(now),
  }
  const count = deleted.supporters + deleted.messages + deleted.links
  if (count > 0) log.info(deleted, 'deleted for good what was archived')
  await recordUpkeep('archive', { detail: String(count) }, now)
}

/**
 * Runs a task's command in a separate process, so that reading the whole database doesn't hold up visitors. The
 * command records its own result, unless it is killed.
 */
async function runTask(task: UpkeepTask, command: string): Promise<void> {
  const script = path.join(process.cwd(), 'lib/cli', command)
  const child = spawn(process.execPath, ['--conditions=react-server', '--import', 'tsx', script], {
    stdio: ['ignore', 'ignore', 'pipe'],
    timeout: limitMs,
  })
  const end = () => child.kill() // with this server
  process.once('exit', end)
  const ended = new Promise<{ code: number | null }>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => resolve({ code }))
  })
  const [{ code }, errors] = await Promise.all([ended, text(child.stderr)]).finally(() =>
    process.removeListener('exit', end),
  )
  if (code === 0) return log.info({ task }, 'database upkeep done')
  log.error({ task, code, errors: errors.slice(-2_000) }, 'database upkeep failed')
  if (code === null)
    await recordUpkeep(
      task,
      { problem: `stopped before it had finished, or timed out after ${limitMs / minuteMs} minutes` },
      new Date(),
    )
}
