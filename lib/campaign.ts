import type { Campaign } from './domain/message'
import { env } from './env'

/** What the campaign says by default. Ministers change, so no name is given. */
export const campaign: Campaign = {
  minister: 'the Home Secretary',
  hashtags: ['#StableFutures', '#AllChildren'],
  siteUrl: env.SITE_URL,
}
