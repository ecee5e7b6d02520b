import { z } from 'zod'
import { frontLinks, isFrontLink, splitLinks } from './front.mjs'
import { toProblems } from './model/result'

const url = z
  .url({ protocol: /^https?$/, error: 'must be an http or https address' })
  .transform((value) => value.replace(/\/+$/, ''))
const emptyOrUrl = z.union([z.literal(''), url], { error: 'must be an http or https address, or empty' })
const flag = z
  .enum(['true', 'false', ''], { error: 'must be true or false' })
  .default('false')
  .transform((value) => value === 'true')

const settings = z
  .object({
    PORT: z.coerce.number({ error: 'must be a number' }).int().min(0).max(65535).default(3000),
    DATABASE_URL: z
      .string()
      .regex(/^(file:.|postgres(ql)?:\/\/.)/, 'must begin with file: or postgres://')
      .default('file:./var/stable-futures.db'),
    SITE_URL: emptyOrUrl.optional(),
    POSTCODES_IO_URL: emptyOrUrl.default('https://api.postcodes.io'),
    POSTCODES_MAX_AGE_DAYS: z.coerce
      .number({ error: 'must be a number of days' })
      .int()
      .min(1)
      .max(10_000)
      .default(400),
    MEMBERS_API_URL: emptyOrUrl.default('https://members-api.parliament.uk'),
    COMMITTEES_API_URL: emptyOrUrl.default('https://committees-api.parliament.uk'),
    TRUSTED_PROXY: z
      .string()
      .toLowerCase()
      .regex(/^[a-z0-9-]*$/, 'must be the name of one header, such as x-real-ip')
      .default(''),
    ACTIONS_PER_PREFIX: z.coerce.number({ error: 'must be a number' }).int().min(1).default(40),
    ACTIONS_PER_UNKNOWN: z.coerce.number({ error: 'must be a number' }).int().min(1).default(2_000),
    UNKNOWN_ADDRESS_PER_MINUTE: z.coerce
      .number({ error: 'must be a number' })
      .int()
      .min(1)
      .max(1_000_000)
      .default(6_000),
    VISITOR_CPU_PERCENT: z.coerce
      .number({ error: 'must be a number' })
      .min(0)
      .max(100, 'must be at most 100')
      .default(10),
    STOP_TIMEOUT: z.coerce
      .number({ error: 'must be a number of seconds' })
      .positive('must be above 0')
      .max(3600, 'must be at most 3600')
      .default(10),
    WORKERS: z
      .string()
      .regex(/^(auto|[1-9]\d?)$/, 'must be a number from 1 to 99, or auto')
      .default('1'),
    FRONT: z
      .enum(['full', 'plain', ''], { error: 'must be full or plain' })
      .default('full')
      .transform((value) => value || 'full'),
    FRONT_OFF: z
      .string()
      .refine((value) => splitLinks(value).every(isFrontLink), `must be a list of any of ${frontLinks.join(', ')}`)
      .default(''),
    PAGE_CACHE: z
      .enum(['on', 'off', ''], { error: 'must be on or off' })
      .default('on')
      .transform((value) => value || 'on'),
    PUBLISH_COUNTS_MINUTES: z.coerce.number({ error: 'must be a number' }).positive().max(1_440).default(60),
    LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
    PARLIAMENT_DISSOLVED: flag,
    CONTACT_EMAIL: z.union([z.literal(''), z.email()], { error: 'must be an email address, or empty' }).default(''),
    VAR_DIR: z.string().min(1, 'must name a folder').default('./var'),
    ACCEPT_DATABASE: flag,
    BACKUP_DIR: z.string().default(''),
    BACKUP_EVERY_HOURS: z.coerce
      .number({ error: 'must be a number' })
      .min(1)
      .max(24 * 31)
      .default(24),
    BACKUP_KEEP: z.coerce.number({ error: 'must be a number' }).int().min(1).max(10_000).default(14),
    STAFF_SECRET: z
      .union([z.literal(''), z.string().min(32)], { error: 'must be at least 32 characters, or empty' })
      .default(''),
    SMTP_URL: z
      .union([z.literal(''), z.url({ protocol: /^smtps?$/ })], { error: 'must be an smtp or smtps address, or empty' })
      .default(''),
    MAIL_FROM: z.union([z.literal(''), z.email()], { error: 'must be an email address, or empty' }).default(''),
    DKIM_DOMAIN: z.string().default(''),
    DKIM_SELECTOR: z.string().default(''),
    DKIM_KEY_FILE: z.string().default(''),
    LETTERS_KEY: z
      .string()
      .regex(
        /^(?:[\w-]{1,20}:[A-Za-z0-9+/]{43}=(?:,(?!$)|$))*$/,
        'must be a list of keys, each a name, a colon and 32 bytes in base64, or empty',
      )
      .default(''),
    LETTERS_FROM: z.union([z.literal(''), z.email()], { error: 'must be an email address, or empty' }).default(''),
    NODE_ENV: z.string().optional(), // Next sets this and NEXT_PHASE
    NEXT_PHASE: z.string().optional(),
  })
  .refine(
    ({ DKIM_DOMAIN, DKIM_SELECTOR, DKIM_KEY_FILE }) =>
      new Set([DKIM_DOMAIN, DKIM_SELECTOR, DKIM_KEY_FILE].map(Boolean)).size === 1,
    {
      path: ['DKIM_DOMAIN'],
      error: 'DKIM_DOMAIN, DKIM_SELECTOR and DKIM_KEY_FILE belong together: set all or none',
    },
  )
  .transform(({ SITE_URL, NODE_ENV, NEXT_PHASE, ...rest }) => ({
    ...rest,
    SITE_URL: SITE_URL || `http://localhost:${rest.PORT}`,
    isDevelopment: NODE_ENV === 'development',
    isBuilding: NEXT_PHASE === 'phase-production-build',
    // The public’s own site, from which an email may reach an MP: no test, trial or copy on someone’s own machine.
    isLive: NODE_ENV === 'production' && (SITE_URL ?? '').startsWith('https://'),
  }))

export type Env = z.infer<typeof settings>

/** Thrown when settings are invalid. The message has one line per invalid setting, without its value. */
export class SettingsError extends Error {
  override name = 'SettingsError'
}

/**
 * Validates the settings in `.env.example` and fills in defaults.
 * @param source names and values, as in `process.env`
 * @throws SettingsError naming every invalid setting
 */
export function parseEnv(source: Record<string, string | undefined>): Env {
  const parsed = settings.safeParse(source)
  if (parsed.success) return parsed.data
  const lines = toProblems(parsed.error).map(({ field, message }) => `  ${field}: ${message}`)
  throw new SettingsError(`These settings are invalid (see .env.example):\n${[...new Set(lines)].join('\n')}`)
}

/** This process’s settings. Nothing else reads the environment. */
export const env = parseEnv(process.env)
