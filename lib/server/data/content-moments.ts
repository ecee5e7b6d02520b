import 'server-only'
import { database } from '../../shared/database/client'

/** The instants at which something pages show begins or ends by itself: the notice and active message rules. */
export async function listContentMoments(): Promise<Date[]> {
  const db = await database()
  const [rules, settings] = await Promise.all([
    db.messageRule.findMany({ where: { isActive: true }, select: { activeFrom: true, activeUntil: true } }),
    db.campaignSettings.findUnique({ where: { id: 1 }, select: { noticeFrom: true, noticeUntil: true } }),
  ])
  return [
    ...rules.flatMap(({ activeFrom, activeUntil }) => [activeFrom, activeUntil]),
    settings?.noticeFrom,
    settings?.noticeUntil,
  ].filter((moment) => moment != null)
}
