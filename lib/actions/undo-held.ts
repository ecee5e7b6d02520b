import 'server-only'
import { type HeldState, moveBurst } from './data/held'
import { parseBurstId } from './model/burst'
import type { Change } from '../audit/model/actor'
import type { UndoAnswer, UndoneLine } from '../audit/model/undo'

/** Puts a released or discarded burst back in the queue, and removes it from the counts if it was released. */
export async function undoHeld({ entityId, before, after }: UndoneLine, change: Change): Promise<UndoAnswer> {
  const burst = parseBurstId(entityId)
  const [to, from] = [readState(before?.state), readState(after?.state)]
  if (!burst || !from || !to) return 'refused'
  return (await moveBurst(burst, { from, to, action: 'held.undone' }, change)) > 0 ? 'undone' : 'changed-since'
}

function readState(value: unknown): HeldState | null {
  return value === 'held' || value === 'released' || value === 'discarded' ? value : null
}
