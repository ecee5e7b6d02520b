import 'server-only'
import { type HeldState, moveBurst } from './data/held'
import { parseBurstId } from './model/burst'
import type { Change } from '../audit/model/actor'
import type { UndoAnswer, UndoneLine } from '../audit/model/undo'

/** Puts what was released or discarded back to what waits; what counted because of it does not any more. */
export async function undoHeld({ entityId, before, after }: UndoneLine, change: Change): Promise<UndoAnswer> {
  const burst = parseBurstId(entityId)
  const [to, from] = [readState(before?.state), readState(after?.state)]
  if (!burst || !from || !to) return 'refused'
  return (await moveBurst(burst, { from, to, action: 'held.undone' }, change)) > 0 ? 'undone' : 'changed-since'
}

function readState(value: unknown): HeldState | null {
  return value === 'held' || value === 'released' || value === 'discarded' ? value : null
}
