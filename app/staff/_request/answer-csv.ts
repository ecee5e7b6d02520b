/**
 * A CSV download. It starts with a byte order mark, without which Excel doesn’t read it as UTF-8.
 * @param name without extension
 */
export function answerCsv(csv: string, name: string): Response {
  return new Response(`\uFEFF${csv}`, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${name}.csv"`,
      'cache-control': 'private, no-store',
    },
  })
}
