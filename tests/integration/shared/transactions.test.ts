import { EventEmitter, once } from 'node:events'
import { expect, test } from 'vitest'
import { onEachDatabase } from '../databases'

onEachDatabase('transactions', ({ db }) => {
  const at = new Date()
  const find = (id: number) => db.lock.findUnique({ where: { id } })

  /** Opens a transaction that has written a row, and gives the function that makes it fail. */
  async function openFailing(id: number) {
    const turns = new EventEmitter()
    const isOpen = once(turns, 'open')
    const failing = db.$transaction(async (tx) => {
      await tx.lock.create({ data: { id, at } })
      turns.emit('open')
      await once(turns, 'end')
      throw new Error('on purpose')
    })
    await isOpen
    return async () => {
      turns.emit('end')
      await expect(failing).rejects.toThrow('on purpose')
    }
  }

  test('what one request writes is not lost with the transaction of another', async () => {
    const fail = await openFailing(90)
    const writing = db.lock.create({ data: { id: 91, at } }).then(() => undefined)
    await fail()
    await writing
    expect(await find(90)).toBeNull()
    expect(await find(91)).not.toBeNull()
  })

  test('what a transaction has not committed is seen by nobody else, who do not wait for it either', async () => {
    const fail = await openFailing(92)
    expect(await find(92)).toBeNull()
    await fail()
  })

  test('a statement that fails by itself leaves nothing open', async () => {
    await db.lock.create({ data: { id: 93, at } })
    await expect(db.lock.create({ data: { id: 93, at } })).rejects.toThrow()
    await expect(
      db.$transaction([db.lock.create({ data: { id: 94, at } }), db.lock.create({ data: { id: 93, at } })]),
    ).rejects.toThrow()
    expect(await find(94)).toBeNull()
    await db.lock.create({ data: { id: 95, at } })
    expect(await find(95)).not.toBeNull()
  })

  test('transactions that read before they write wait for each other', async () => {
    const ids = [97, 98, 99, 100]
    const add = (id: number) =>
      db.$transaction(async (tx) => {
        await tx.lock.findUnique({ where: { id } })
        await tx.lock.create({ data: { id, at } })
      })
    await Promise.all(ids.map(add))
    expect(await Promise.all(ids.map(find))).not.toContain(null)
  })
})
