// The fake Parliament API for the staff site. Tests control it by requesting /control/slow, /quick, /down, /up,
// /vacate/<id of an MP> or /seat/<id>, /hush/<how many MPs of the last seats have no email any more> or /speak.
import { type MembersApiServerOptions, startMembersApi } from '../fixtures/members-api-server'
import { seatFacts } from '../fixtures/seat-facts'

const directory = seatFacts()
const shipped = seatFacts().seats
let isDown = false

const options: MembersApiServerOptions = {
  directory,
  port: Number(process.argv[2] ?? 0),
  fault({ path }) {
    const [, what, id] = /^\/control\/(\w+)(?:\/(\d+))?$/.exec(path) ?? []
    if (what === undefined) return isDown ? { status: 503, body: 'down' } : null
    if (what === 'slow' || what === 'quick') options.delayMs = what === 'slow' ? 800 : 0
    if (what === 'down' || what === 'up') isDown = what === 'down'
    if (what === 'hush' || what === 'speak') hush(what === 'hush' ? Number(id) : 0)
    const at = shipped.findIndex(({ member }) => member?.id === Number(id))
    const [seat, before] = [directory.seats[at], shipped[at]]
    if (seat && before) seat.member = what === 'vacate' ? null : before.member
    return { body: { what, id } }
  },
}

function hush(last: number) {
  directory.seats.forEach(({ member }, at) => {
    if (member) member.email = at < directory.seats.length - last ? (shipped[at]?.member?.email ?? null) : null
  })
}

await startMembersApi(options)
