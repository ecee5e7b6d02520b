import { answerAlone } from '@/lib/server/front/answer-alone.mjs'
import { createAskNext } from '@/lib/server/front/ask-next.mjs'
import { composeLinks, type Handler } from '@/lib/server/front/link.mjs'
import { createPageCache } from '@/lib/server/front/page-cache.mjs'

type Options = Partial<Parameters<typeof createPageCache>[1] & NonNullable<Parameters<typeof answerAlone>[1]>> & {
  paths: Parameters<typeof createPageCache>[1]['paths']
}
export type CachedHandler = ReturnType<typeof handleCached>

/** A stand-in for Next, behind the page cache and the link that answers one visitor alone. */
export function handleCached(handler: Handler, options: Options) {
  const given = {
    readSheet: () => null,
    newPageHeaders: { host: 'site.example' },
    ...options,
  }
  const pages = createPageCache(createAskNext(handler), given)
  return { handle: composeLinks([pages.link], answerAlone(handler, given)), forget: pages.forget }
}
