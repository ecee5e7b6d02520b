import type { MembersApiClient } from './members-api/client'
import type { MembersApiFailure } from './members-api/failure'
import type { DrawnPortrait } from './portraits/draw'

/** Portraits asked for in one sync, one after the other: everybody's within three weeks of a first start. */
export const portraitsPerSync = 40

/** Whose portrait is wanted, and where Parliament has it. */
export type WantedPortrait = { memberId: number; source: string }

/** The database access that a sync of portraits needs. */
export type PortraitStore = {
  /** Those of sitting MPs that we have not asked for, or not for long; `source` gives Parliament's address. */
  listWanted: (source: (memberId: number) => string, now: Date) => Promise<WantedPortrait[]>
  /** Keeps what was drawn; null for none that can be used. */
  keep: (wanted: WantedPortrait, drawn: DrawnPortrait | null, now: Date) => Promise<void>
  /** Tells the log, and so the pages, that there are new ones. */
  announce: (number: number, now: Date) => Promise<void>
}

/** How many were drawn, how many are still to come, and why the sync stopped before its time if it did. */
export type PortraitsOutcome = { drawn: number; left: number; stopped: MembersApiFailure | null }

/**
 * Fetches a few portraits of MPs and draws them in our sizes. The first failure ends it until the next sync; nothing that
 * is there is lost.
 * @throws only what the store and the drawing throw
 */
export async function syncPortraits({
  client,
  store,
  draw,
  now,
}: {
  client: Pick<MembersApiClient, 'portraitAddress' | 'getPortrait'>
  store: PortraitStore
  draw: (bytes: Uint8Array) => Promise<DrawnPortrait | null>
  now: Date
}): Promise<PortraitsOutcome> {
  const wanted = await store.listWanted(client.portraitAddress, now)
  let drawn = 0
  let asked = 0
  let stopped: MembersApiFailure | null = null
  for (const each of wanted.slice(0, portraitsPerSync)) {
    const answer = await client.getPortrait(each.memberId)
    if (!answer.ok) {
      stopped = answer.failed
      break
    }
    const picture = answer.value && (await draw(answer.value))
    await store.keep(each, picture, now)
    asked += 1
    if (picture) drawn += 1
  }
  if (drawn > 0) await store.announce(drawn, now)
  return { drawn, left: wanted.length - asked, stopped }
}
