// Invites staff for the end-to-end tests, as `npm run staff:invite` does but without the two seconds each command
// takes to start: `POST /?email=…&role=…` returns the link.
import { createServer } from 'node:http'
import { inviteStaffByLink } from '@/lib/staff/invite'

createServer((request, response) => {
  const { searchParams } = new URL(request.url ?? '', 'http://localhost')
  if (request.method !== 'POST') return void response.end()
  const [email = '', role] = ['email', 'role'].map((name) => searchParams.get(name) ?? undefined)
  const answering = inviteStaffByLink({ email, role, name: email.split('@')[0] }, null, new Date())
  answering.then(
    (answer) =>
      response
        .writeHead(answer.outcome === 'invited' ? 200 : 400)
        .end(answer.outcome === 'invited' ? answer.link : JSON.stringify(answer)),
    (error: unknown) => response.writeHead(500).end(String(error)),
  )
}).listen(Number(process.argv[2]), '127.0.0.1')
