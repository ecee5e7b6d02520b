import { createPacer } from '../pace'
import type { KnownSupporter } from '../model/fields'
import type { Candidate } from './import-plan'
import { findSurname, mayBeSamePeer, type PersonName, readPersonName } from './person-name'

type Peer = { name: PersonName; memberId: number | null; said: string; candidate?: Candidate }

/** What has to be asked about a row, and whom it may mean. */
export type Asked = { questions: string[]; candidates: Candidate[] }

/** Somebody who is here, as a row that is asked about may mean them. */
export function toCandidate({ id, name }: Pick<KnownSupporter, 'id' | 'name'>): Candidate {
  return { column: 'id', value: String(id), name, text: `“${name}” (id ${id})` }
}

const maxAsked = 3
const maxCompared = 100 // of one surname, so that a file of one name doesn't take for ever

/**
 * Makes a function that asks whether a peer is here already, or in an earlier line, under a slightly different title.
 * The directory has no peers, so it is those who are supporters, as far as their names say.
 */
export async function createPeerMatcher(
  supporters: readonly KnownSupporter[],
): Promise<(name: string, memberId: number | null, line: number) => Asked> {
  const pace = createPacer()
  const known = new Map<string, Peer[]>()
  const inFile = new Map<string, Peer[]>()
  for (const { kind, name, memberId, id } of supporters) {
    await pace()
    if (kind !== 'peer') continue
    const candidate = toCandidate({ id, name })
    add(known, { name: readPersonName(name), memberId, said: candidate.text, candidate })
  }
  return (name, memberId, line) => {
    const peer = { name: readPersonName(name), memberId, said: `line ${line}` }
    const present = find(known, peer)
    const earlier = find(inFile, peer)
    add(inFile, peer)
    const list = (peers: Peer[]) => either.format(peers.map(({ said }) => said))
    const questions = [
      ...(present.length > 0
        ? [`Is this ${list(present)}, who ${present.length === 1 ? 'is' : 'are'} here already?`]
        : []),
      ...(earlier.length > 0 ? [`Is this the same as ${list(earlier)}?`] : []),
    ]
    return { questions, candidates: present.flatMap(({ candidate = [] }) => candidate) }
  }
}

const either = new Intl.ListFormat('en-GB', { type: 'disjunction' })

function add(peers: Map<string, Peer[]>, peer: Peer): void {
  const surname = findSurname(peer.name)
  const same = peers.get(surname)
  if (!same) peers.set(surname, [peer])
  else if (same.length < maxCompared) same.push(peer)
}

function find(peers: ReadonlyMap<string, Peer[]>, { name, memberId }: Peer): Peer[] {
  return (peers.get(findSurname(name)) ?? [])
    .filter((each) => memberId === null || each.memberId === null) // two of Parliament's ids are two people
    .filter((each) => mayBeSamePeer(each.name, name))
    .slice(0, maxAsked)
}
