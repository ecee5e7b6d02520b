import { composeNearKey } from '../model/name-key'
import type { KnownSupporter, SupporterValues } from '../model/fields'
import type { Candidate } from './import-plan'
import type { createMemberMatcher } from './match-member'
import { type Asked, createPeerMatcher, toCandidate } from './match-peer'
import type { SupporterCsvRow } from './read-file'

/** A row as it is planned, and who it was found or said to be, or what has to be asked. */
export type LinkedRow = { row: SupporterCsvRow; linkedTo?: string } & Partial<Asked>

/** Gives an MP without a Parliament id the one that the directory has, if there is no doubt who is meant. */
export function linkMember(row: SupporterCsvRow, find: ReturnType<typeof createMemberMatcher>): LinkedRow {
  const { id, kind, name = '', memberId, constituency = '', isFormer } = row.cells
  const isFormerMp = /^(?:y|yes|true|1|x)$/i.test(isFormer?.trim() ?? '')
  if (kind?.trim().toLowerCase() !== 'mp' || memberId?.trim() || id?.trim() || !name.trim() || isFormerMp)
    return { row }
  const match = find(name, constituency)
  if (match.outcome === 'asked') return { row, questions: [match.question], candidates: match.candidates }
  const { member } = match
  return {
    row: { ...row, cells: { ...row.cells, memberId: String(member.id), name: member.name } },
    linkedTo: `${member.name}${member.seatName ? `, MP for ${member.seatName}` : ''}`,
  }
}

/** A row that means one of those it was asked about. Whoever is here keeps what the file leaves out. */
export function linkCandidate(row: SupporterCsvRow, { column, value, name, text }: Candidate): LinkedRow {
  if (column === 'memberId') return { row: { ...row, cells: { ...row.cells, memberId: value, name } }, linkedTo: text }
  const cells = { ...dropName(row).cells, id: value }
  if (!cells.memberId?.trim()) delete cells.memberId
  return { row: { ...row, cells }, linkedTo: text }
}

/** A row that leaves the name as it is. */
export function dropName(row: SupporterCsvRow): SupporterCsvRow {
  const cells = { ...row.cells }
  delete cells.name
  return { ...row, cells }
}

/** Makes a function that asks whether somebody new is here already, or in an earlier line, under a close name. */
export async function createNearMatcher(
  supporters: readonly KnownSupporter[],
): Promise<(values: SupporterValues, line: number) => Asked> {
  const known = new Map(supporters.map((each) => [composeNearKey(each.name), each]))
  const inFile = new Map<string, number>()
  const askOfPeer = await createPeerMatcher(supporters)
  return ({ kind, name, memberId }, line) => {
    const near = askOfNear(kind, name, line, known, inFile)
    const peers = kind === 'peer' ? askOfPeer(name, memberId, line) : near
    return peers.questions.length > 0 ? peers : near
  }
}

function askOfNear(
  kind: string,
  name: string,
  line: number,
  known: ReadonlyMap<string, KnownSupporter>,
  inFile: Map<string, number>,
): Asked {
  const key = composeNearKey(name)
  if (key === '') return { questions: [], candidates: [] }
  const [present, earlier] = [known.get(key), inFile.get(key)]
  inFile.set(key, earlier ?? line)
  return {
    questions: [
      ...(present ? [`Is this “${present.name}” (id ${present.id}), who is here already?`] : []),
      ...(earlier ? [`Is this the same as line ${earlier}?`] : []),
    ],
    candidates: present?.kind === kind ? [toCandidate(present)] : [],
  }
}
