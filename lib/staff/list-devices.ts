import 'server-only'
import { listPasskeys, listSessions } from './data/devices'
import { describeDevice, type Staff } from './model/staff'

/** Someone’s sessions and passkeys. `isThis` marks the session that is asking. */
export type Devices = {
  sessions: { id: string; device: string; signedInAt: Date; lastSeenAt: Date; isThis: boolean }[]
  passkeys: { id: string; name: string; createdAt: Date | null }[]
}

/** The signed-in person’s own sessions and passkeys. */
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
