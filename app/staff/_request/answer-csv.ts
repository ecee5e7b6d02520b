/** A file that spreadsheets open as what it is: UTF-8, which Excel believes of a mark at the beginning only. @param name without its ending */
export function answerCsv(csv: string, name: string): Response {
  return new Response(`\uFEFF${csv}`, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${name}.csv"`,
      'cache-control': 'private, no-store',
    },
  })
}
