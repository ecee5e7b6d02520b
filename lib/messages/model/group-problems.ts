/** A problem of one constituency's message or of a rule, as a check reports it. */
type Found = { where: string; problem: string; from: Date | null; ruleId: number | null }

/** The same problem wherever it is: in `count` places, of which `where` names the first. */
export type ProblemGroup = Found & { count: number }

const length = /^(?:the post is (\d+) long on (\w+)|the mailto link has (\d+) characters), of (\d+)$/

/** Puts what is wrong in the same way with the same rule into one line. Lengths differ by the MP's name: the largest counts. */
export function groupProblems(problems: readonly Found[]): ProblemGroup[] {
  const groups = new Map<string, { all: Found[] }>()
  for (const each of problems) {
    const key = [each.ruleId, each.from?.getTime(), each.problem.replace(/\d+/, '#')].join(' ')
    const group = groups.get(key)
    if (group) group.all.push(each)
    else groups.set(key, { all: [each] })
  }
  return [...groups.values()].flatMap(({ all }) => {
    const [first] = all
    if (!first) return []
    if (all.length === 1) return [{ ...first, count: 1 }]
    return [{ ...first, count: all.length, problem: describe(all) }]
  })
}

function describe(all: readonly Found[]): string {
  const found = all.map(({ problem }) => length.exec(problem)).filter((match) => match !== null)
  const [first] = found
  if (!first) return all[0]?.problem ?? ''
  const excess = Math.max(...found.map(([, post, , link, limit]) => Number(post ?? link) - Number(limit)))
  const number = excess.toLocaleString('en-GB')
  return first[2]
    ? `the post is about ${number} characters too long on ${first[2]}`
    : `the email link is about ${number} characters too long`
}
