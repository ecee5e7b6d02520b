const giveUpAfter = 3

type Waiting<Item, Answer> = { item: Item; resolve: (answer: Answer) => void; reject: (error: unknown) => void }

/** Writes one item, together with whatever else is waiting; resolves once it is written. */
export type Coalescer<Item, Answer> = {
  write: (item: Item) => Promise<Answer>
  /** Resolves when nothing is waiting or being written any more. Never rejects. */
  flush: () => Promise<void>
}

/**
 * Turns single writes into batches: while one batch is being written, the next one gathers. So a lone
 * write waits for nobody, and the more there are, the more share one commit.
 * @param writeBatch writes all of a batch or nothing, and answers in the same order
 * @param limit the most items in a batch
 */
export function coalesce<Item, Answer>(
  writeBatch: (items: Item[]) => Promise<Answer[]>,
  limit: number,
): Coalescer<Item, Answer> {
  const queue: Waiting<Item, Answer>[] = []
  let running: Promise<void> | null = null

  async function run() {
    while (queue.length > 0) {
      // Whoever asks in this turn of the event loop is in the batch; and a store that answers at once
      // leaves turns to timers, sockets and signals.
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

/** Writes a batch and answers its callers; on a failure it throws and has answered nobody. */
async function settle<Item, Answer>(writeBatch: (items: Item[]) => Promise<Answer[]>, batch: Waiting<Item, Answer>[]) {
  const answers = await writeBatch(batch.map(({ item }) => item))
  if (answers.length !== batch.length) throw new Error(`${answers.length} answers to ${batch.length} items`)
  answers.forEach((answer, at) => batch[at]?.resolve(answer))
}

// One item that cannot be written must not sink the others. When several in a row fail, the fault
// is not in the items, and the rest need not wait for it one by one.
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
