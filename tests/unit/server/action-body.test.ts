import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readActionBody } from '@/lib/server/front/action-body.mjs'
import { everybody } from '@/lib/server/front/body-limits.mjs'

const id = '60f0aad916eca39cc5bcdce609b9974b3b5655e00f'
const multipart = 'multipart/form-data; boundary=X'
type Fields = [string, string][]

// As React writes them into the page.
const hidden: Fields = [
  ['$ACTION_REF_1', ''],
  ['$ACTION_1:0', `{"id":"${id}","bound":"$@1"}`],
  ['$ACTION_1:1', '[null]'],
  ['$ACTION_KEY', 'kb00c7334d3240f0c572c5addd7fa01dd'],
]

const part = ([name, value]: [string, string]) =>
  `--X\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`
const encode = (fields: Fields) => `${fields.map(part).join('')}--X--\r\n`
const plain = (body: string, contentType = multipart) => readActionBody(undefined, contentType, Buffer.from(body))
const scripted = (body: string, contentType = 'text/plain;charset=UTF-8') =>
  readActionBody(id, contentType, Buffer.from(body))
const change = (name: string, value: string) =>
  hidden.map(([each, was]): [string, string] => [each, each === name ? value : was])

test('a form without JavaScript is read, with the state of an answer before', async () => {
  const state = JSON.stringify([
    { outcome: 'invalid', value: '$$5', seats: [{ mp: { name: 'A' } }], gone: '$undefined' },
  ])
  expect(plain(encode([...hidden, ['postcode', 'M1']]))).toMatchObject({ id })
  expect(plain(encode([...change('$ACTION_1:1', state), ['postcode', 'M1']]))).toMatchObject({ id })
})

test('an action with JavaScript is read, with and without a form', async () => {
  const form: Fields = [
    ...hidden.map(([name, value]): [string, string] => [`_1_${name}`, value]),
    ['_1_postcode', '$F1'],
    ['0', '[null,"$K1"]'],
  ]
  expect(scripted(encode(form), multipart)).toMatchObject({ id })
  expect(scripted('[]')).toMatchObject({ id })
  expect(scripted('[{"slug":"ashford","key":"$undefined"}]')).toMatchObject({
    id,
    contentType: 'text/plain;charset=UTF-8',
  })
})

test('what is let through arrives as it was sent, whatever is in it', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.dictionary(fc.string({ unit: 'binary', minLength: 1 }), fc.string({ unit: 'binary' })),
      async (typed) => {
        const fields = Object.entries(typed).filter(([name]) => !name.startsWith('$ACTION_'))
        // Line breaks and quotation marks in a name are written as a browser writes them.
        const sent: Fields = fields.map(([name, value]) => [name.replace(/[\r\n"]/g, encodeURIComponent), value])
        const read = plain(encode([...hidden, ...sent]))
        if (!read) return // the text happened to hold the boundary
        const form = await new Response(new Uint8Array(read.body), {
          headers: { 'content-type': read.contentType },
        }).formData()
        expect([...form].slice(hidden.length)).toEqual(fields)
      },
    ),
  )
}, 60_000)

const file = (name: string, bytes: string) =>
  `--X\r\nContent-Disposition: form-data; name="${name}"; filename="a&quot;.html"\r\nContent-Type: text/html\r\n\r\n${bytes}\r\n`

test.each([
  ['with', id, '_1_', [['0', '[null,"$K1"]']]],
  ['without', undefined, '', hidden],
] as [string, string | undefined, string, Fields][])(
  'a file is let through %s JavaScript where one is taken, every byte of it, and not what it says that it is',
  async (_, header, prefix, fields) => {
    // X is the boundary; in browsers that is some forty random letters and digits.
    const bytes = Buffer.from(Array.from({ length: 256 }, (_, at) => at))
      .toString('latin1')
      .replace('X', '\r\n--Y')
    const body = Buffer.from(
      fields.map(part).join('') + file(`${prefix}logo`, bytes) + file(`${prefix}none`, '') + '--X--\r\n',
      'latin1',
    )
    expect(readActionBody(header, multipart, body)).toBeNull()
    const action = readActionBody(header, multipart, body, { ...everybody, takesFiles: true })
    expect(action?.id).toBe(id)
    const form = await new Response(new Uint8Array(action?.body ?? []), {
      headers: { 'content-type': action?.contentType ?? '' },
    }).formData()
    const sent = form.get(`${prefix}logo`)
    if (!(sent instanceof File)) throw new Error('no file')
    expect(Buffer.from(await sent.arrayBuffer()).toString('latin1')).toBe(bytes)
    expect(sent.type).toBe('application/octet-stream')
  },
)

test.each(['$ACTION_REF_1', '$ACTION_1:0', '$ACTION_1:1', '$ACTION_KEY'])(
  'a file in place of %s is not',
  async (name) => {
    const options = { ...everybody, takesFiles: true }
    expect(readActionBody(id, multipart, Buffer.from(`${file('0', '[null,"$K1"]')}--X--\r\n`), options)).toBeNull()
    const others = hidden.filter(([each]) => each !== name)
    expect(
      readActionBody(
        undefined,
        multipart,
        Buffer.from(`${others.map(part).join('')}${file(name, '[null]')}--X--\r\n`),
        options,
      ),
    ).toBeNull()
  },
)

test('a list of staff with five hundred ticked rows is let through, and no other', async () => {
  const body = Buffer.from(
    encode([...hidden, ...Array.from({ length: 500 }, (_, at): [string, string] => [`row-${at}`, 'yes'])]),
  )
  expect(readActionBody(undefined, multipart, body)).toBeNull()
  const action = readActionBody(undefined, multipart, body, { ...everybody, maxFields: 600 })
  const form = await new Response(new Uint8Array(action?.body ?? []), {
    headers: { 'content-type': action?.contentType ?? '' },
  }).formData()
  expect(form.get('row-499')).toBe('yes')
})

describe('nothing else is', () => {
  const bodies = {
    nothing: '',
    'cut off': encode(hidden).slice(0, 200),
    'without its end': encode(hidden).slice(0, -6),
    'no action': encode([['postcode', 'M1']]),
    'a field twice': encode([...hidden, ['a', '1'], ['a', '2']]),
    'a file': encode(hidden).replace(
      '--X--',
      '--X\r\nContent-Disposition: form-data; name="a"; filename="a.txt"\r\n\r\nfile\r\n--X--',
    ),
    'a thousand fields': encode([
      ...hidden,
      ...Array.from({ length: 1000 }, (_, at): [string, string] => [`a${at}`, '']),
    ]),
    'two actions': encode([...hidden, ['$ACTION_REF_2', ''], ['$ACTION_2:0', '{}']]),
    'an action without a state': encode([[`$ACTION_ID_${id}`, '']]),
    'a broken key': encode(change('$ACTION_KEY', '["k1')),
    'a broken id': encode(change('$ACTION_1:0', '{"id":"../../x","bound":"$@1"}')),
    'an encrypted state': encode(change('$ACTION_1:0', `{"id":"${id}","bound":"$@2"}`)),
    ...Object.fromEntries(
      hidden.map(([name]) => [`without ${name}`, encode(hidden.filter(([each]) => each !== name))]),
    ),
  }
  test.each(Object.entries(bodies))('a form: %s', async (_, body) => expect(plain(body)).toBeNull())
  test.each([
    'multipart/form-data',
    'multipart/form-data; boundary=Y',
    'application/x-www-form-urlencoded',
    'text/plain',
    'application/json',
    '',
  ])('a form called %j', async (contentType) => expect(plain(encode(hidden), contentType)).toBeNull())

  const lists = [
    '',
    'null',
    '5',
    '"x"',
    '{"0":1}',
    '[',
    '[null',
    '["$F1"]',
    '["$h1"]',
    '["$@1"]',
    '["$Q1"]',
    '["$W1"]',
    '["$B1"]',
    '["$r1"]',
    '["$T"]',
    '["$1:constructor"]',
    '[{"a":["$K2"]}]',
    `["$n${'9'.repeat(1000)}"]`,
    '[{"__proto__":{"a":1}}]',
    JSON.stringify(Array(5000).fill(1)),
    '['.repeat(40_000) + ']'.repeat(40_000),
  ]
  test.each(lists.map((list) => [list.slice(0, 40), list]))('arguments: %s', async (_, list) => {
    expect(scripted(list)).toBeNull()
    expect(scripted(encode([['0', list]]), multipart)).toBeNull()
    expect(plain(encode(change('$ACTION_1:1', list)))).toBeNull()
  })
  test('a form without a state', async () => {
    expect(scripted(encode([['0', '[]']]), multipart)).toBeNull()
    expect(plain(encode(change('$ACTION_1:1', '[]')))).toBeNull()
  })
  test('fields beside the arguments', async () => {
    expect(
      scripted(
        encode([
          ['0', '[null,"$K1"]'],
          ['1', '{}'],
        ]),
        multipart,
      ),
    ).toBeNull()
    expect(scripted(encode([['_1_postcode', 'M1']]), multipart)).toBeNull()
  })
})
