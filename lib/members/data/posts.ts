import 'server-only'
import { recordAudit } from '../../audit/data/entries'
import type { Actor } from '../../audit/model/actor'
import { database, type PrismaClient } from '../../shared/database/client'
import { lock } from '../../shared/database/lock'
import type { HeldPost, PostKind } from '../model/post'
import type { PostStore } from '../sync-posts'

/**
 * Database access for a sync of posts.
 * @param actor who asked for the sync; null for the command line and the daily sync
 */
export function createPostStore(db: PrismaClient, actor: Actor = null): PostStore {
  return {
    listSittingMembers: async () => {
      const seats = await db.seat.findMany({ where: { memberId: { not: null } }, select: { memberId: true } })
      return seats.flatMap(({ memberId }) => memberId ?? []).sort((a, b) => a - b)
    },
    replacePosts: (kind, posts, checkedAt) => replacePosts(db, actor, kind, posts, checkedAt),
  }
}

async function replacePosts(
  db: PrismaClient,
  actor: Actor,
  kind: PostKind,
  posts: readonly HeldPost[],
  checkedAt: Date,
): Promise<number> {
  return db.$transaction(async (tx) => {
    await lock(tx, 'directory')
    const nameOf = ({ memberId, title }: HeldPost) => `${memberId} ${title}`
    const before = await tx.memberPost.findMany({ where: { kind }, select: { memberId: true, title: true } })
    const [old, fresh] = [new Set(before.map(nameOf)), new Set(posts.map(nameOf))]
    const changes = [...old, ...fresh].filter((name) => !old.has(name) || !fresh.has(name)).length
    await tx.memberPost.deleteMany({ where: { kind } })
    await tx.memberPost.createMany({ data: posts.map((post, position) => ({ ...post, kind, position })) })
    await tx.postList.upsert({ where: { kind }, create: { kind, checkedAt }, update: { checkedAt } })
    if (changes > 0)
      await recordAudit(tx, {
        actor,
        action: 'directory.synced',
        entity: 'directory',
        entityId: `${kind} posts`,
        before: null,
        after: { posts: changes },
        now: checkedAt,
      })
    return changes
  })
}

/** When the lists of posts were read, the oldest; null before the first time. */
export async function getPostsAge(): Promise<Date | null> {
  const db = await database()
  return (await db.postList.aggregate({ _min: { checkedAt: true } }))._min.checkedAt
}
