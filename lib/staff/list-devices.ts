import 'server-only'
import { listPasskeys, listSessions } from './data/devices'
import { describeDevice, type Staff } from './model/staff'

/** Where somebody is signed in, and the passkeys they have. */
export type Devices = {
  sessions: { id: string; device: string; signedInAt: Date; lastSeenAt: Date; isThis: boolean }[]
  passkeys: { id: string; name: string; createdAt: Date | null }[]
}

/** The devices of whoever is signed in. */
export async function listDevices(staff: Staff, now: Date): Promise<Devices> {
  const [sessions, passkeys] = await Promise.all([listSessions(staff.id, now), listPasskeys(staff.id)])
  return {
    sessions: sessions.map(({ userAgent, ...rest }) => ({
      ...rest,
      device: describeDevice(userAgent),
      isThis: rest.id === staff.sessionId,
    })),
    passkeys,
  }
}
