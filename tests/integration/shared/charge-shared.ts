// A process that tries to open messages for one address, at one fixed moment, and shares its limits when it is told to.
// Each line of standard input is answered by one: a number of tries by how many were allowed, `share` by `shared`.
import { createInterface } from 'node:readline'
import { isWithinLimit } from '@/lib/shared/limits'
import { requestLimits } from '@/lib/actions/model/privacy'
import { shareLimits } from '@/lib/shared/share-limits'

const moment = new Date('2026-11-26T12:00:30Z')
Date.now = () => moment.getTime()

for await (const line of createInterface(process.stdin)) {
  if (line === 'share') await shareLimits(moment)
  const tries = Array.from({ length: Number(line) || 0 }, () => isWithinLimit(requestLimits.handOff, '192.0.2.1'))
  console.log(line === 'share' ? 'shared' : tries.filter(Boolean).length)
}
