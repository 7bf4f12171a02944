import { type Text, tokensAt } from './language/text.ts'

const degree =
  '(?:low|lower|lowest|high|higher|highest|weak|weaker|poor|poorer|strong|stronger|good|better|bad|worse|little|less|fewer|more|long|longer|short|shorter)'
const having =
  '(?:have|has|had|get|gets|see|sees|show|shows|suffer|suffers|make|makes|bring|brings|generate|generates|achieve|achieves|report|reports|lead to|also have)'
const relating = new RegExp(
  `^(?:and |so |but )?(?:do|does|did|are|is) (?<who>(?:[^ ]+ ){1,4}?)(?:with|that have|who have|of|with a|with an|having) (?:an? )?${degree} (?<first>(?:[^ ]+ ){0,5}?[^ ]+?) (?:also )?(?:${having} )?(?:an? )?(?<verb>lose )?${degree} (?<second>.+)$`,
)

/**
 * `Do departments with low engagement lose more people?` asks whether two figures go together: both are shown by what they
 * are said of. The same as a plain question; undefined where it is no such.
 */
export function relationIn(text: Text): string | undefined {
  const match = relating.exec(text.joined)
  const { who, first, second, verb } = match?.groups ?? {}
  if (!match || who === undefined || first === undefined || second === undefined) return undefined
  const raw = (part: string, from: number): string => {
    const at = text.joined.indexOf(part, from)
    const [start, end] = tokensAt(text, at, at + part.length)
    return text.raw.slice(text.tokens[start]?.start ?? 0, text.tokens[end - 1]?.end ?? 0)
  }
  const at = match.index
  return `${raw(first, at)} and ${verb ?? ''}${raw(second, at + match[0].length - second.length)} by ${raw(who.trim(), at)}`
}
