import { type JsonLdData, serialiseJsonLd } from '@/lib/campaign/model/json-ld'

/** A block of data, which no browser runs, so that the policy against scripts does not concern it. */
export function JsonLd({ data }: { data: JsonLdData | JsonLdData[] }) {
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: serialiseJsonLd(data) }} />
}
