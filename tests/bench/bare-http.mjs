// The baseline of the report route: the least that node:http can do with a request and a body, which is
// read as JSON and answered with the same bytes.
import { createServer } from 'node:http'

const body = '{"outcome":"counted"}'
createServer((req, res) => {
  /** @type {Buffer[]} */
  const chunks = []
  req.on('data', (chunk) => chunks.push(chunk))
  req.on('end', () => {
    if (req.method === 'POST') JSON.parse(Buffer.concat(chunks).toString())
    res
      .writeHead(200, {
        'content-type': 'application/json',
        'content-length': body.length,
        'cache-control': 'no-store',
      })
      .end(body)
  })
}).listen(Number(process.env.PORT))
