import { isFrontLink, splitLinks } from '../shared/front.mjs'
import { countWorkers } from './workers.mjs'

/** @typedef {ReturnType<typeof readSettings>} Settings */

/**
 * The settings that the server needs before Next is loaded. lib/shared/env.ts, which Next's side loads, validates the
 * same settings and aborts the start if one is invalid.
 * @param {Record<string, string | undefined>} env as in `process.env`
 */
export function readSettings(env) {
  const port = Number(env.PORT ?? 3000)
  const workers = countWorkers(env.WORKERS)
  return {
    port,
    workers,
    siteHost: env.SITE_URL ? new URL(env.SITE_URL).host : `localhost:${port}`,
    hasSiteUrl: Boolean(env.SITE_URL),
    stopTimeoutMs: Number(env.STOP_TIMEOUT ?? 10) * 1000,
    /** The header in which our own proxy puts the visitor's address, or ''. */
    trustedProxy: (env.TRUSTED_PROXY ?? '').toLowerCase(),
    /** The share of one core that a visitor may use in this process; 0 for no limit. */
    visitorShare: Number(env.VISITOR_CPU_PERCENT ?? 10) / 100 / workers,
    isPlain: env.FRONT === 'plain',
    isKeepingPages: env.PAGE_CACHE !== 'off',
    off: new Set(splitLinks(env.FRONT_OFF).filter(isFrontLink)),
  }
}
