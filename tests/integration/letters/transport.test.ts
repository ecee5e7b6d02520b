import { generateKeyPairSync } from 'node:crypto'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { dkimVerify } from 'mailauth/lib/dkim/verify'
import { afterAll, beforeAll, expect, vi } from 'vitest'
import { judgeFailure } from '@/lib/letters/model/retry'
import { describeOnce, testOnce as test } from '../databases'
import { startPostOffice } from '../../fixtures/mail-server'

describeOnce('the way to the mail server', () => {
  let office: Awaited<ReturnType<typeof startPostOffice>>
  beforeAll(async () => {
    office = await startPostOffice()
  })
  afterAll(() => office.stop())

  const mail = {
    from: { name: 'Jo "via" <x> Stable Futures', address: 'letters@stablefutures.example' },
    replyTo: { name: 'Jo', address: 'jo@visitor.example' },
    subject: 'Guardians – für alle',
    text: 'Dear Ann,\n\n.\nfrom: me\n',
    messageId: '<abc@stablefutures.example>',
  }

  async function open(settings: Record<string, string>) {
    vi.resetModules()
    for (const [name, value] of Object.entries({ DKIM_DOMAIN: '', DKIM_SELECTOR: '', DKIM_KEY_FILE: '', ...settings }))
      vi.stubEnv(name, value)
    return (await import('@/lib/staff/mail/post')).openPost()
  }
  const judge = (answer: Awaited<ReturnType<Awaited<ReturnType<typeof open>>['send']>>) =>
    answer.outcome === 'sent' ? answer : judgeFailure(answer.failure)

  test('DKIM holds, as a library that verifies it says', async () => {
    const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
    const keyFile = path.join(await mkdtemp(path.join(os.tmpdir(), 'dkim ')), 'key.pem')
    await writeFile(keyFile, privateKey.export({ type: 'pkcs8', format: 'pem' }))
    const post = await open({
      SMTP_URL: office.url,
      DKIM_DOMAIN: 'stablefutures.example',
      DKIM_SELECTOR: 'letters',
      DKIM_KEY_FILE: keyFile,
    })
    expect(await post.send({ ...mail, to: 'mp@mp.example' })).toEqual({ outcome: 'sent' })
    post.close()
    const arrived = office.arrived.at(-1)
    const record = `v=DKIM1; k=rsa; p=${publicKey.export({ type: 'spki', format: 'der' }).toString('base64')}`
    const asked: string[] = []
    const verify = (raw: Buffer) =>
      dkimVerify(raw, {
        resolver: async (name: string) => {
          asked.push(name)
          return [[record]]
        },
      })
    const { results, headerFrom } = await verify(arrived?.raw ?? Buffer.from(''))
    expect(results.map(({ status, signingDomain }) => [status.result, signingDomain])).toEqual([
      ['pass', 'stablefutures.example'],
    ])
    expect(headerFrom).toEqual(['letters@stablefutures.example']) // aligned: DMARC holds
    expect(asked).toEqual(['letters._domainkey.stablefutures.example'])
    const changed = Buffer.from(arrived?.raw.toString('latin1').replace('Dear Ann', 'Dear Bob') ?? '', 'latin1')
    expect((await verify(changed)).results.map(({ status }) => status.result)).not.toContain('pass')
  })

  test('a name can’t add a header, and its quotes and brackets arrive', async () => {
    const post = await open({ SMTP_URL: office.url })
    const from = { name: 'Jo\r\nBcc: all@mp.example', address: 'letters@stablefutures.example' }
    await post.send({ ...mail, from, subject: 'One\r\nBcc: all@mp.example', to: 'mp@mp.example' })
    await post.send({ ...mail, to: 'mp@mp.example' })
    post.close()
    const [injected, quoted] = office.arrived.slice(-2)
    expect(injected?.recipients).toEqual(['mp@mp.example'])
    expect(injected?.headers.has('bcc')).toBe(false)
    expect(quoted?.from?.value[0]?.name).toBe(mail.from.name)
    expect(quoted?.text).toBe(mail.text)
  })

  test('nothing goes to Parliament but from the live site, and in a rehearsal nothing at all', async () => {
    const asDevelopment = await open({ SMTP_URL: office.url, SITE_URL: 'https://stablefutures.example' })
    const before = office.arrived.length
    for (const to of ['a@parliament.uk', 'a@PARLIAMENT.UK', 'a@members.parliament.uk', 'Ann <a@parliament.uk>'])
      expect(judge(await asDevelopment.send({ ...mail, to })), to).toEqual({ outcome: 'refused', reason: 'not-live' })
    expect(office.arrived.length).toBe(before)
    expect(await asDevelopment.send({ ...mail, to: 'a@notparliament.uk' })).toEqual({ outcome: 'sent' })
    asDevelopment.close()
    const isBuiltHere = await open({
      SMTP_URL: office.url,
      NODE_ENV: 'production',
      SITE_URL: 'http://localhost:3000',
    })
    expect(judge(await isBuiltHere.send({ ...mail, to: 'a@parliament.uk' })).outcome).toBe('refused')
    isBuiltHere.close()
    const live = await open({
      SMTP_URL: office.url,
      NODE_ENV: 'production',
      SITE_URL: 'https://stablefutures.example',
    })
    expect(await live.send({ ...mail, to: 'a@parliament.uk', redirectTo: 'staff@charity.example' })).toEqual({
      outcome: 'sent',
    })
    expect(office.arrived.at(-1)?.recipients).toEqual(['staff@charity.example'])
    expect(office.arrived.at(-1)?.raw.toString()).not.toContain('parliament.uk')
    live.close()
    vi.stubEnv('NODE_ENV', 'test')
  })

  test('a server without encryption gets nothing', async () => {
    // This name of 127.0.0.1 doesn’t look local, so the connection has to be encrypted.
    const post = await open({ SMTP_URL: `smtp://2130706433:${office.port}` })
    const before = office.arrived.length
    expect(judge(await post.send({ ...mail, to: 'mp@mp.example' }))).toMatchObject({ outcome: 'deferred' })
    expect(office.arrived.length).toBe(before)
    post.close()
  })

  test('a server that says nothing is given up after ten seconds, and one that isn’t there at once', async () => {
    const mute = createServer(() => undefined)
    await new Promise<void>((resolve) => void mute.listen(0, '127.0.0.1', resolve))
    const { port }: AddressInfo = JSON.parse(JSON.stringify(mute.address()))
    const post = await open({ SMTP_URL: `smtp://127.0.0.1:${port}` })
    expect(judge(await post.send({ ...mail, to: 'mp@mp.example' }))).toMatchObject({
      outcome: 'deferred',
      reason: 'timed-out',
    })
    post.close()
    await new Promise((resolve) => mute.close(resolve))
    const nobody = await open({ SMTP_URL: `smtp://127.0.0.1:${port}` })
    expect(judge(await nobody.send({ ...mail, to: 'mp@mp.example' }))).toMatchObject({ reason: 'no-connection' })
    nobody.close()
  })
})
