import type { Text } from '../language/text.ts'

const bridge = /^(and|of|the|for|in|on|to|by|a|&|de|la|du|von|van|der|und)$/

/**
 * Stretches of a question that may name a member which is not known yet, the longest first.
 * @param open tokens that nothing explains.
 * @param limit how many at most.
 */
export function spansOf(text: Text, open: ReadonlySet<number>, limit = 5): string[] {
  const spans: { from: number; to: number }[] = []
  for (const [from, to] of runsOf(text, open)) {
    for (let length = Math.min(to - from, 6); length > 0; length--) {
      for (let at = from; at + length <= to; at++) {
        if (open.has(at) && open.has(at + length - 1)) spans.push({ from: at, to: at + length })
      }
    }
  }
  const texts = spans
    .toSorted((a, b) => b.to - b.from - (a.to - a.from))
    .map(({ from, to }) => text.raw.slice(text.tokens[from]?.start ?? 0, text.tokens[to - 1]?.end ?? 0).replace(/['’]s$/, ''))
  return [...new Set(texts)].filter((span) => span.length > 1).slice(0, limit)
}

/** Open tokens with what may stand inside a name between them. */
function runsOf(text: Text, open: ReadonlySet<number>): (readonly [number, number])[] {
  const runs: [number, number][] = []
  let current: [number, number] | undefined
  for (const index of [...open].toSorted((a, b) => a - b)) {
    const between = current ? text.tokens.slice(current[1], index) : []
    if (current && between.length <= 2 && between.every((token) => bridge.test(token.text))) current[1] = index + 1
    else {
      current = [index, index + 1]
      runs.push(current)
    }
  }
  return runs
}
