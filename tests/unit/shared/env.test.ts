import { expect, test } from 'vitest'
import { parseEnv, SettingsError } from '@/lib/shared/env'

test('with nothing set, every setting has its default', () => {
  expect(parseEnv({})).toEqual({
    PORT: 3000,
    DATABASE_URL: 'file:./var/stable-futures.db',
    SITE_URL: 'http://localhost:3000',
    POSTCODES_IO_URL: 'https://api.postcodes.io',
    POSTCODES_MAX_AGE_DAYS: 400,
    MEMBERS_API_URL: 'https://members-api.parliament.uk',
    COMMITTEES_API_URL: 'https://committees-api.parliament.uk',
    TRUSTED_PROXY: '',
    ACTIONS_PER_PREFIX: 40,
    ACTIONS_PER_UNKNOWN: 2_000,
    UNKNOWN_ADDRESS_PER_MINUTE: 6_000,
    VISITOR_CPU_PERCENT: 10,
    STOP_TIMEOUT: 10,
    WORKERS: '1',
    FRONT: 'full',
    FRONT_OFF: '',
    PAGE_CACHE: 'on',
    PUBLISH_COUNTS_MINUTES: 60,
    LOG_LEVEL: 'info',
    PARLIAMENT_DISSOLVED: false,
    CONTACT_EMAIL: '',
    VAR_DIR: './var',
    ACCEPT_DATABASE: false,
    BACKUP_DIR: '',
    BACKUP_EVERY_HOURS: 24,
    BACKUP_KEEP: 14,
    STAFF_SECRET: '',
    SMTP_URL: '',
    MAIL_FROM: '',
    DKIM_DOMAIN: '',
    DKIM_SELECTOR: '',
    DKIM_KEY_FILE: '',
    LETTERS_KEY: '',
    LETTERS_FROM: '',
    isDevelopment: false,
    isBuilding: false,
    isLive: false,
  })
})

test('an empty URL turns a service off; a trailing slash is dropped; the default SITE_URL includes the port', () => {
  const env = parseEnv({ POSTCODES_IO_URL: '', MEMBERS_API_URL: '', PORT: '8080', PARLIAMENT_DISSOLVED: 'true' })
  expect(env).toMatchObject({
    POSTCODES_IO_URL: '',
    MEMBERS_API_URL: '',
    SITE_URL: 'http://localhost:8080',
    PARLIAMENT_DISSOLVED: true,
  })
  expect(parseEnv({ SITE_URL: 'https://stablefutures.example/' }).SITE_URL).toBe('https://stablefutures.example')
})

test('every invalid setting is named, and no value is shown', () => {
  const bad = {
    PORT: 'http-secret',
    DATABASE_URL: 'mysql://secret',
    SITE_URL: 'secret',
    POSTCODES_IO_URL: 'ftp://secret',
    MEMBERS_API_URL: 'secret',
    TRUSTED_PROXY: 'x real ip secret',
    UNKNOWN_ADDRESS_PER_MINUTE: 'secret',
    WORKERS: 'secret',
    LOG_LEVEL: 'secret',
    PARLIAMENT_DISSOLVED: 'secret',
    VAR_DIR: '',
    ACCEPT_DATABASE: 'secret',
    BACKUP_EVERY_HOURS: 'secret',
    BACKUP_KEEP: 'secret',
    STAFF_SECRET: 'too short a secret',
    SMTP_URL: 'https://secret',
    MAIL_FROM: 'secret',
  }
  const attempt = () => parseEnv(bad)
  expect(attempt).toThrow(SettingsError)
  for (const name of Object.keys(bad)) expect(attempt).toThrow(new RegExp(`^  ${name}: `, 'm'))
  expect(attempt).not.toThrow(/secret/)
})

test('WORKERS is a number or auto', () => {
  for (const WORKERS of ['3', '99', 'auto']) expect(parseEnv({ WORKERS })).toMatchObject({ WORKERS })
  for (const WORKERS of ['0', '1.5', '100', ''])
    expect(() => parseEnv({ WORKERS })).toThrow(/WORKERS: must be a number from 1 to 99, or auto/)
})

test('DKIM needs all of its settings or none', () => {
  expect(() => parseEnv({ DKIM_DOMAIN: 'example.org', DKIM_SELECTOR: 'mail' })).toThrow(
    /DKIM_DOMAIN: .*belong together/,
  )
  expect(parseEnv({ DKIM_DOMAIN: 'example.org', DKIM_SELECTOR: 'mail', DKIM_KEY_FILE: 'dkim.pem' })).toMatchObject({
    DKIM_SELECTOR: 'mail',
  })
})

test('what stands before Next is full or plain, without links that exist, with pages cached or not', () => {
  expect(parseEnv({ FRONT: '', FRONT_OFF: ' files, host ', PAGE_CACHE: 'off' })).toMatchObject({
    FRONT: 'full',
    PAGE_CACHE: 'off',
  })
  const bad = { FRONT: 'none', FRONT_OFF: 'files,page-cache', PAGE_CACHE: 'false' }
  expect(() => parseEnv(bad)).toThrow(
    /FRONT: must be full or plain\n.*FRONT_OFF: .*files.*\n.*PAGE_CACHE: must be on or off/,
  )
})
