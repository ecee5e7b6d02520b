import { describe, expect, test } from 'vitest'
import { readActionId } from '@/lib/server/front/action-body.mjs'
import { everybody } from '@/lib/server/front/body-limits.mjs'

const id = '60f0aad916eca39cc5bcdce609b9974b3b5655e00f'
const boundary = '----WebKitFormBoundaryAbCdEfGh12345678'
const multipart = `multipart/form-data; boundary=${boundary}`
type Fields = [string, string][]

// As React writes them into the page.
const hidden: Fields = [
  ['$ACTION_REF_1', ''],
  ['$ACTION_1:0', `{"id":"${id}","bound":"$@1"}`],
  ['$ACTION_1:1', '[null]'],
  ['$ACTION_KEY', 'kb00c7334d3240f0c572c5addd7fa01dd'],
]

const part = ([name, value]: [string, string]) =>
  `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`
const encode = (fields: Fields) => `${fields.map(part).join('')}--${boundary}--\r\n`
const plain = (body: string, contentType = multipart) => readActionId(undefined, contentType, Buffer.from(body))
const scripted = (body: string, contentType = 'text/plain;charset=UTF-8') =>
  readActionId(id, contentType, Buffer.from(body))
const change = (name: string, value: string) =>
  hidden.map(([each, was]): [string, string] => [each, each === name ? value : was])

test('a form without JavaScript is read, with the state of the previous answer', () => {
  const state = JSON.stringify([
    { outcome: 'invalid', value: '$$5', seats: [{ mp: { name: 'A' } }], gone: '$undefined' },
  ])
  expect(plain(encode([...hidden, ['postcode', 'M1']]))).toBe(id)
  expect(plain(encode([...change('$ACTION_1:1', state), ['postcode', 'M1']]))).toBe(id)
})

test('an action with JavaScript is read, with and without a form', () => {
  const form: Fields = [
    ...hidden.map(([name, value]): [string, string] => [`_1_${name}`, value]),
    ['_1_postcode', '$F1'],
    ['0', '[null,"$K1"]'],
  ]
  expect(scripted(encode(form), multipart)).toBe(id)
  expect(scripted('[]')).toBe(id)
  expect(scripted('[{"slug":"ashford","key":"$undefined"}]')).toBe(id)
})

test('a form written by Node’s own fetch is read', async () => {
  const form = new FormData()
  for (const [name, value] of [...hidden, ['postcode', 'M1 – é']] as Fields) form.append(name, value)
  const sent = new Response(form)
  const body = Buffer.from(await sent.clone().arrayBuffer())
  expect(readActionId(undefined, sent.headers.get('content-type') ?? '', body)).toBe(id)
})

const file = (name: string, bytes: string) =>
  `--${boundary}\r\nContent-Disposition: form-data; name="${name}"; filename="a%22 \\b.html"\r\nContent-Type: text/html\r\n\r\n${bytes}\r\n`
const noFile = (name: string) =>
  `--${boundary}\r\nContent-Disposition: form-data; name="${name}"; filename=""\r\nContent-Type: application/octet-stream\r\n\r\n\r\n`

test.each([
  ['with', id, '_1_', [['0', '[null,"$K1"]']]],
  ['without', undefined, '', hidden],
] as [string, string | undefined, string, Fields][])(
  'a file with any bytes is let through %s JavaScript, where files are accepted',
  (_, header, prefix, fields) => {
    const bytes = Buffer.from(Array.from({ length: 256 }, (_, at) => at)).toString('latin1') + '\r\n--Y'
    const parts = [...fields.map(part), file(`${prefix}logo`, bytes), noFile(`${prefix}none`)]
    const body = Buffer.from(`${parts.join('')}--${boundary}--\r\n`, 'latin1')
    expect(readActionId(header, multipart, body)).toBeNull()
    expect(readActionId(header, multipart, body, { ...everybody, takesFiles: true })).toBe(id)
  },
)

test.each(['$ACTION_REF_1', '$ACTION_1:0', '$ACTION_1:1', '$ACTION_KEY'])(
  'a file in place of %s is refused',
  async (name) => {
    const options = { ...everybody, takesFiles: true }
    expect(
      readActionId(id, multipart, Buffer.from(`${file('0', '[null,"$K1"]')}--${boundary}--\r\n`), options),
    ).toBeNull()
    const others = hidden.filter(([each]) => each !== name)
    expect(
      readActionId(
        undefined,
        multipart,
        Buffer.from(`${others.map(part).join('')}${file(name, '[null]')}--${boundary}--\r\n`),
        options,
      ),
    ).toBeNull()
  },
)

test('five hundred ticked rows are let through for staff, and for no one else', async () => {
  const body = Buffer.from(
    encode([...hidden, ...Array.from({ length: 500 }, (_, at): [string, string] => [`row-${at}`, 'yes'])]),
  )
  expect(readActionId(undefined, multipart, body)).toBeNull()
  expect(readActionId(undefined, multipart, body, { ...everybody, maxFields: 600 })).toBe(id)
})

describe('nothing else is let through', () => {
  const bodies = {
    nothing: '',
    'cut off': encode(hidden).slice(0, 200),
    'without its end': encode(hidden).slice(0, -6),
    'no action': encode([['postcode', 'M1']]),
    'a field twice': encode([...hidden, ['a', '1'], ['a', '2']]),
    'a file': encode(hidden).replace(`--${boundary}--`, `${file('a', 'file')}--${boundary}--`),
    'a text with a charset': encode(hidden).replace(
      'name="$ACTION_KEY"',
      '$&\r\nContent-Type: text/plain; charset=utf-16le',
    ),
    'a text with a type': encode(hidden).replace('name="$ACTION_KEY"', '$&\r\nContent-Type: application/octet-stream'),
    'a name with an escape': encode([...hidden, ['a%22b', '1']]),
    'a name with a backslash': encode([...hidden, ['a\\b', '1']]),
    'a header in other letters': encode(hidden).replace('Content-Disposition', 'content-disposition'),
    'text after its end': `${encode(hidden)}more`,
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
  test.each(Object.entries(bodies))('a form: %s', (_, body) => expect(plain(body)).toBeNull())
  test.each([
    'multipart/form-data',
    `multipart/form-data; boundary=${boundary.toLowerCase()}`,
    `multipart/form-data; boundary="${boundary}"`,
    `Multipart/Form-Data; boundary=${boundary}`,
    'application/x-www-form-urlencoded',
    'text/plain',
    'application/json',
    '',
  ])('a form with the type %j', (contentType) => expect(plain(encode(hidden), contentType)).toBeNull())

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
  test('a list of arguments with the type of a URL-encoded form', () => {
    expect(scripted('[]', 'application/x-www-form-urlencoded')).toBeNull()
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
