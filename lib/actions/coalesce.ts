const giveUpAfter = 3

type Waiting<Item, Answer> = { item: Item; resolve: (answer: Answer) => void; reject: (error: unknown) => void }

/** Queues an item for the next batch; resolves once it is written. */
export type Coalescer<Item, Answer> = {
  write: (item: Item) => Promise<Answer>
  /** Resolves when the queue is empty and nothing is being written. Never rejects. */
  flush: () => Promise<void>
}

/**
 * Coalesces single writes into batches: while one batch is being written, the next one fills. A lone write is never
 * delayed, and the busier it gets, the more writes share a commit.
 * @param writeBatch writes the whole batch or nothing, and returns the answers in the same order
 * @param limit the maximum number of items in a batch
 */
export function coalesce<Item, Answer>(
  writeBatch: (items: Item[]) => Promise<Answer[]>,
  limit: number,
): Coalescer<Item, Answer> {
  const queue: Waiting<Item, Answer>[] = []
  let running: Promise<void> | null = null

  async function run() {
    while (queue.length > 0) {
      // Yield once per batch: writes from the same tick join it, and timers, sockets and signals still get a look-in
      // when the store answers immediately.
      await new Promise((resolve) => setImmediate(resolve))
      const batch = queue.splice(0, limit)
      await settle(writeBatch, batch).catch(() => writeSingly(writeBatch, batch))
    }
    running = null
  }

  return {
    write: (item) =>
      new Promise((resolve, reject) => {
        queue.push({ item, resolve, reject })
        running ??= run()
      }),
    flush: () => running ?? Promise.resolve(),
  }
}

/** Writes a batch and resolves its callers. If it throws, no caller has been resolved. */
async function settle<Item, Answer>(writeBatch: (items: Item[]) => Promise<Answer[]>, batch: Waiting<Item, Answer>[]) {
  const answers = await writeBatch(batch.map(({ item }) => item))
  if (answers.length !== batch.length)
    throw new Error(`writeBatch returned ${answers.length} answers for ${batch.length} items`)
  answers.forEach((answer, at) => batch[at]?.resolve(answer))
}

// One bad item must not sink the rest of the batch. But when several in a row fail, the store is at fault, so fail the
// rest without trying each.
async function writeSingly<Item, Answer>(
  writeBatch: (items: Item[]) => Promise<Answer[]>,
  batch: Waiting<Item, Answer>[],
) {
  let failures = 0
  let last: unknown
  for (const waiting of batch) {
    if (failures < giveUpAfter) {
      await settle(writeBatch, [waiting]).then(
        () => (failures = 0),
        (error: unknown) => {
          failures++
          last = error
        },
      )
      if (failures === 0) continue
    }
    waiting.reject(last)
  }
}
