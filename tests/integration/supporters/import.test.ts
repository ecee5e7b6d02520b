import { expect, test } from 'vitest'
import { applyImportFile } from '@/lib/supporters/apply-import'
import { checkImport } from '@/lib/supporters/check-import'
import { hostileNames, pngLogo } from '../../fixtures/supporters'
import { measureHeldLoop } from '../../fixtures/held-loop'
import { onEachDatabase } from '../databases'
import { by, bytes, importOperations, now } from './import-operations'

onEachDatabase('supporters by file', ({ db }) => {
  const { useShipped, operations, all, preview } = importOperations(db)

  test('an export imports without a change, whatever rows hold', async () => {
    await useShipped()
    // PostgreSQL holds no zero byte.
    await db.supporter.createMany({
      data: [...hostileNames, '=HYPERLINK("https://evil.example")', '@SUM(1)', '\r\n+1', "'-1"].map((name, at) => ({
        kind: 'organisation',
        name,
        notes: `${name}\n`,
        position: 1_000 + at,
        status: 'draft',
        updatedAt: now,
      })),
    })
    const before = await all()
    const { exportSupporters, confirmImport } = await operations()
    const file = await exportSupporters()
    const { plan, seal } = await preview(file)
    expect(plan.counts).toEqual({ asked: 0, new: 0, changed: 0, wrong: 0, unchanged: before.length })
    expect(await confirmImport(file, seal, by)).toEqual({ outcome: 'applied', added: 0, changed: 0 })
    expect(await all()).toEqual(before)
  })

  test('a row with a question is nobody new until somebody says so', async () => {
    await useShipped()
    const file = bytes('kind,name\npeer,The Rt Hon the Lord Alton of Liverpool\norganisation,A New Trust\n')
    const before = await all()
    const { plan, seal } = await preview(file)
    expect(plan.counts).toEqual({ asked: 1, new: 1, changed: 0, wrong: 0, unchanged: 0 })
    expect(plan.rows[0]).toMatchObject({
      outcome: 'asked',
      questions: [expect.stringMatching(/^Is this “Lord Alton of Liverpool” \(id \d+\), who is here already\?$/)],
    })
    expect(await applyImportFile(file, seal, by)).toMatchObject({
      message: expect.stringContaining('1 supporter added'),
    })
    expect((await all()).length).toBe(before.length + 1)

    const again = await preview(file)
    expect(again.plan.counts).toMatchObject({ asked: 1, new: 0, unchanged: 1 })
    const choices = { mapping: {}, leftOut: [], addsAsked: true }
    expect(await applyImportFile(file, again.seal, by, () => {}, choices)).toMatchObject({ outcome: 'done' })
    expect((await all()).at(-1)).toMatchObject({ kind: 'peer', name: 'The Rt Hon the Lord Alton of Liverpool' })
  })

  test('new and changed rows are written, logos and the rest stay', async () => {
    await useShipped()
    const target = await db.supporter.update({
      where: { id: (await db.supporter.findFirstOrThrow({ where: { name: 'Unseen' } })).id },
      data: { logoBytes: pngLogo, logoHash: 'x', notes: 'keep' },
    })
    const file = bytes(
      'kind;name;parliament id;former;link;status;joined on\norganisation;UNSEEN;;;https://example.org/;hidden;01/02/2026\nmp;;4514;yes;;;\npeer;Bárónéss “Q”;;;;published;\n',
    )
    const { plan, seal } = await preview(file)
    expect(plan.counts).toEqual({ asked: 0, new: 2, changed: 1, wrong: 0, unchanged: 0 })
    const seen: [number, number][] = []
    const { confirmImport } = await operations()
    expect(await confirmImport(file, seal, by, (done, most) => seen.push([done, most]))).toEqual({
      outcome: 'applied',
      added: 2,
      changed: 1,
    })
    expect(seen.at(-1)).toEqual([3, 3])
    expect(await db.supporter.findUnique({ where: { id: target.id } })).toEqual({
      ...target,
      link: 'https://example.org/',
      status: 'hidden',
      joinedOn: '2026-02-01',
      version: target.version + 1,
      updatedAt: now,
    })
    const member = await db.member.findUniqueOrThrow({ where: { id: 4514 } })
    expect(await db.supporter.findFirst({ where: { memberId: 4514 } })).toMatchObject({
      kind: 'mp',
      name: member.name,
      isFormer: true,
      status: 'draft',
      version: 1,
      createdAt: now,
      notes: '',
    })
    expect(await db.supporter.findFirst({ where: { name: 'Bárónéss “Q”' } })).toMatchObject({
      kind: 'peer',
      status: 'published',
      memberId: null,
    })
    expect((await preview(file)).plan.counts).toMatchObject({ new: 0, changed: 0, unchanged: 3 })
  })

  test('a long file lets other requests in while it is written', async () => {
    await useShipped()
    const file = bytes(
      `kind,name\n${Array.from({ length: 2_000 }, (_none, at) => `organisation,Crowd ${at}\n`).join('')}`,
    )
    const { seal } = await preview(file)
    let turns = 0
    let timer = setImmediate(function count() {
      turns++
      timer = setImmediate(count)
    })
    const turnsAt: number[] = []
    const { confirmImport } = await operations()
    expect(await confirmImport(file, seal, by, () => turnsAt.push(turns))).toMatchObject({
      outcome: 'applied',
      added: 2_000,
    })
    clearImmediate(timer)
    expect(turnsAt.length).toBeGreaterThan(2)
    expect(new Set(turnsAt).size).toBe(turnsAt.length)
  })

  test('two may swap their ids', async () => {
    await useShipped()
    const [a, b] = await db.supporter.findMany({
      where: { kind: 'mp', memberId: { not: null } },
      take: 2,
      orderBy: { id: 'asc' },
    })
    const file = bytes(`id,parliament id\n${a?.id},${b?.memberId}\n${b?.id},${a?.memberId}\n`)
    const { confirmImport } = await operations()
    expect(await confirmImport(file, (await preview(file)).seal, by)).toMatchObject({ outcome: 'applied', changed: 2 })
    expect(await db.supporter.findUnique({ where: { id: a?.id ?? 0 } })).toMatchObject({ memberId: b?.memberId })
  })

  test('a wrong row stops the whole file', async () => {
    await useShipped()
    const before = await all()
    const file = bytes('kind,name,parliament id\norganisation,New,\nmp,x,99999999\n')
    const { confirmImport } = await operations()
    expect(await confirmImport(file, (await preview(file)).seal, by)).toEqual({ outcome: 'has-wrong-rows', wrong: 1 })
    expect(await all()).toEqual(before)
  })

  test('the desk is told what a file would do, line by line, as far as it asks', async () => {
    await useShipped()
    const [first] = await all()
    const file = bytes(
      `id,kind,name,link,notes,joined on\n${first?.id},,,,new,\n,organisation,"Two\nlines",,,2026-02-01\n,organisation,Second,x,,\n,organisation,Third,x,,\n`,
    )
    const answer = await checkImport(file, 1)
    expect(answer).toMatchObject({
      outcome: 'planned',
      counts: { new: 1, changed: 1, unchanged: 0, wrong: 2 },
      rows: {
        changed: [{ line: 2, row: 2, name: first?.name, changes: [{ column: 'notes', before: '', after: 'new' }] }],
        new: [
          {
            line: 3,
            row: 3,
            name: 'Two lines',
            changes: [
              { column: 'kind', after: 'organisation' },
              { column: 'position' },
              { column: 'status', after: 'draft' },
              { column: 'joined on', after: '2026-02-01' },
            ],
          },
        ],
        wrong: [
          {
            line: 5,
            row: 4,
            name: 'Second',
            problems: ['link: Enter a web address like https://example.org. It says “x”.'],
          },
        ],
      },
    })
    expect(await checkImport(null)).toMatchObject({ outcome: 'refused', message: 'Choose a file first.' })
    expect(await checkImport(bytes('name\n"x'))).toMatchObject({
      outcome: 'refused',
      message: expect.stringMatching(/^Line \d: A quotation mark/),
    })
    const seal = answer.outcome === 'planned' ? answer.seal : ''
    const apply = async (given: Uint8Array | null, sealed: string) => (await applyImportFile(given, sealed, by)).message
    expect(await apply(file, seal)).toContain('Some rows are wrong. Nothing was changed.')
    expect(await apply(file, 'x')).toContain('This is not what you have checked')
    expect(await apply(null, seal)).toContain('Choose the same file once more.')
    expect(await apply(bytes('x'), seal)).toContain('The first row has to name the columns')
  })

  test('ten thousand rows, new and changed', async () => {
    await db.supporter.deleteMany()
    const { confirmImport, exportSupporters } = await operations()
    const held: number[] = []
    const measure = async <Answer>(work: () => Promise<Answer>): Promise<Answer> => {
      let answer: Awaited<Answer> | undefined
      held.push(await measureHeldLoop(async () => (answer = await work())))
      if (answer === undefined) throw new Error('no answer')
      return answer
    }
    const added = bytes(
      `kind,name,notes,status\n${Array.from({ length: 10_000 }, (_none, at) => `organisation,Organisation no ${at},"two\nlines",published\n`).join('')}`,
    )
    const first = await measure(() => preview(added))
    let steps = 0
    expect(await measure(() => confirmImport(added, first.seal, by, () => steps++))).toMatchObject({ added: 10_000 })
    const exported = await measure(() => exportSupporters())
    const changed = Buffer.from(Buffer.from(exported).toString().replaceAll('published', 'hidden'))
    const second = await measure(() => preview(changed))
    expect(await measure(() => confirmImport(changed, second.seal, by, () => steps++))).toMatchObject({
      changed: 10_000,
    })
    expect(Math.max(...held)).toBeLessThan(200) // 30 on a quiet machine; reading them all at once takes more
    expect(steps).toBe(80)
    expect(await db.supporter.count({ where: { status: 'hidden', version: 2, notes: 'two\nlines' } })).toBe(10_000)
    expect(
      await db.auditEntry.count({ where: { entity: 'supporter', action: 'supporter.imported' } }),
    ).toBeGreaterThanOrEqual(20_000)
  }, 240_000)
})
