// A process that records actions, 64 at a time, and appends each acknowledged key to a file, until it is killed or, on
// SIGTERM, stops sending and flushes. Arguments: the file, a prefix for its keys, the number after which keys repeat,
// and the number of actions to stop after.
import { openSync, writeSync } from 'node:fs'
import { createAction, flushActions } from '@/lib/actions/data/writer'
import { channels } from '@/lib/actions/model/channel'

const [file = '', prefix = '', again = '1000000', limit = '1000000'] = process.argv.slice(2)
const keys = Number(again)
const acknowledged = openSync(file, 'a')
let left = Number(limit)
let number = 0

async function record() {
  while (left-- > 0) {
    const own = number++ % keys
    const key = `${prefix}${own}`
    const group = {
      seatCode: `E14001${100 + (own % 50)}`,
      channel: channels[own % 5] ?? 'x',
      kind: 'opened',
      day: '2026-11-21',
    } as const
    const kept = { ...group, key, source: own % 2 ? 'leaflet' : null, isPersonal: null, ruleId: own % 2 }
    await createAction({ ...kept, openedKey: key, prefix: `connection-${own % 7}`, cap: keys, hour: 12 })
    writeSync(acknowledged, `${key}\n`) // written immediately: a buffer would be lost when the process is killed
  }
}

process.once('SIGTERM', () => {
  left = 0
  void flushActions().then(() => setImmediate(() => process.exit(0)))
})
await Promise.all(Array.from({ length: 64 }, record))
process.exit(0)
