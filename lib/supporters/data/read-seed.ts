import 'server-only'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { directorySeed } from '../../members/data/read-seed'
import { parseSupporterSeed, type SupporterSeed } from '../model/seed'
import type { WallSupporter } from '../model/supporter'
import { composeWall } from '../model/wall'

let supporters: readonly SupporterSeed[] | undefined

/** The committed seed of supporters. Read once, then cached. */
export function supporterSeed(): readonly SupporterSeed[] {
  supporters ??= parseSupporterSeed(readFileSync(path.join(process.cwd(), 'prisma/seed/supporters.json'), 'utf8'))
  return supporters
}

/** The wall before any edits: the seed supporters with the committed directory. */
export function listShippedWall(): WallSupporter[] {
  const members = directorySeed().seats.flatMap(({ slug, name, nation, member }) =>
    member ? [[member.id, { party: member.party, seat: { slug, name, nation } }] as const] : [],
  )
  const rows = supporterSeed().map((supporter, index) => ({
    ...supporter,
    id: index + 1,
    constituency: null,
    link: null,
    logo: null,
  }))
  return composeWall(rows, new Map(members))
}
