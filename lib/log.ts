import 'server-only'
import pino from 'pino'
import { env } from './env'

/**
 * Structured logs, one JSON object a line, on standard output. Never log a postcode or a part of
 * one, a name, an address, an email or an IP address of a visitor.
 */
export const log = pino({ level: env.LOG_LEVEL, base: null, timestamp: pino.stdTimeFunctions.isoTime })
