import { type JsonLdData, serialiseJsonLd } from '@/lib/campaign/model/json-ld'

/** A block of structured data. Browsers don't execute it, so the script policy doesn't apply. */
export function JsonLd({ data }: { data: JsonLdData | JsonLdData[] }) {
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: serialiseJsonLd(data) }} />
}
