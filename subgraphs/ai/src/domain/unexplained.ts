import type { Metric } from '@aems/schema/catalogue.ts'
import { specialIntent } from './guard.ts'
import { stem } from './language/stem.ts'
import type { Text } from './language/text.ts'
import type { Choice } from './linking/choice.ts'
import type { DimensionHit } from './linking/dimensions.ts'
import type { Filtering } from './linking/filters.ts'
import { range, stemsIn, tokensOf } from './linking/places.ts'
import type { Content } from './linking/vocabulary.ts'
import type { Slots } from './slots.ts'
import type { Knowledge } from './understand.ts'

/** Counts of members, single places and quotients, `how many countries`, `second best`, `profit per order`, which no declared figure gives. */
export function countedMembers(
  text: Text,
  mentioned: readonly DimensionHit[],
  choice: Choice,
  bounds: Slots['bounds'],
): string[] {
  const place =
    /(?<![^ ])(?:second|third|fourth|fifth|2nd|3rd|4th|5th) (?:most|best|worst|largest|biggest|highest|lowest|smallest)(?![^ ])/.exec(
      text.joined,
    )
  const counts = mentioned.filter(({ from, to }) => {
    const lead = text.tokens
      .slice(Math.max(0, from - 4), from)
      .map((token) => token.text)
      .join(' ')
    const isSaid = range(from, to).some((index) => choice.explained.has(index))
    return !isSaid && /(?:^| )(?:how many|number of|count of)(?: (?:of|our|the|different|distinct|unique))*$/.test(lead)
  })
  const rest =
    /(?<![^ ])(?:vs|versus|against|compared (?:to|with)|than) (?:the |our |all |of )*(?:company|total|overall|whole|average|rest|others?|everyone|everything)(?![^ ])/.exec(
      text.joined,
    )
  const per = text.tokens.flatMap((token, index) => {
    const next = index + 1
    const isMetric = choice.hits.some(({ tokens }) => tokens.includes(next) && !tokens.includes(index))
    const isSplit = mentioned.some(({ from, to, introducedBy }) => introducedBy !== null && from <= next && next < to)
    return token.text === 'per' && isMetric && !isSplit ? [`per ${text.tokens[next]?.raw ?? ''}`] : []
  })
  // `People under 30` is about their age, which is no bound on the figure.
  const aged = bounds
    .filter(
      ({ from }) => peopleStems.has(text.tokens[from - 1]?.stem ?? '') || /^(women|men)$/.test(text.tokens[from - 1]?.text ?? ''),
    )
    .map(({ from, to }) => text.raw.slice(text.tokens[from]?.start ?? 0, text.tokens[to - 1]?.end ?? 0))
  return [
    ...aged,
    ...per,
    ...(place ? [place[0]] : []),
    ...(rest ? [rest[0]] : []),
    ...counts.map(({ from, to }) => `how many ${text.raw.slice(text.tokens[from]?.start ?? 0, text.tokens[to - 1]?.end ?? 0)}`),
  ]
}

/** Words of the metric's sayings that share a word with what was said: `customer base` beside `how concentrated`. */
function related({ metric, stems }: Choice['hits'][number]): string[] {
  const phrases = [metric.label, ...metric.says].map(stemsIn)
  return phrases.filter((phrase) => phrase.some((stem) => stems.includes(stem) && !isQuantity(stem))).flat()
}

const averageStem = stem('average')

/** Words for whoever works here: they narrow no figure that is about such people anyway. */
const peopleStems = new Set(
  ['people', 'person', 'staff', 'employee', 'worker', 'workforce', 'colleague', 'personnel', 'someone', 'somebody', 'anyone'].map(
    stem,
  ),
)

const isQuantity = (stem: string): boolean => /^(how|with|from)/.test(stem)

/** What questions of extent ask for: `how long is our sales cycle` wants days, and gets them. */
const measuresOf: Readonly<Record<string, readonly Metric['unit'][]>> = {
  howlong: ['DAYS', 'HOURS', 'MONTHS', 'YEARS'],
  howbig: ['MONEY', 'COUNT', 'RATIO', 'POINTS', 'SCORE'],
  howfast: ['DAYS', 'HOURS', 'MONTHS'],
  howoften: ['RATIO'],
}

const currencies: Readonly<Record<string, string>> = {
  dollar: 'USD',
  dollars: 'USD',
  bucks: 'USD',
  usd: 'USD',
  euro: 'EUR',
  euros: 'EUR',
  eur: 'EUR',
  pound: 'GBP',
  pounds: 'GBP',
  gbp: 'GBP',
}

/** `The 90+ bucket`, `the Travel category`: the word after a member says what kind of thing that is. */
const namesKind = (one: Content, { places }: Filtering, { catalogue }: Knowledge): boolean =>
  places.some(
    ({ to, members }) =>
      to === one.from &&
      catalogue.dimensions.some(
        ({ name, label, says }) =>
          members.some(({ dimension }) => dimension === name) &&
          [label, ...says].some((words) => stemsIn(words).at(-1) === one.stem),
      ),
  )

/** Whether a word names the company's own currency. */
const isCurrency = (word: string, currency: string | undefined): boolean =>
  currency !== undefined && ((Object.hasOwn(currencies, word) ? currencies[word] : undefined) ?? word.toUpperCase()) === currency

const meaningful = /^(miss|met|meet|hit|reach|beat|achiev|exceed|surpass|fail|spli?t|i|s|t)$/

/** Every content word must be part of something; what is not makes the question one that can't be answered. */
export function leftOver(
  text: Text,
  content: readonly Content[],
  choice: Choice,
  mentioned: readonly DimensionHit[],
  filtering: Filtering,
  slots: Slots,
  knowledge: Knowledge,
): Content[] {
  const explained = choice.explained.union(tokensOf(mentioned)).union(filtering.explained).union(slots.used)
  const said = new Set(choice.hits.flatMap(related))
  const isMean =
    choice.metrics.length > 0 &&
    choice.metrics.every(
      (metric) => knowledge.vocabulary.bags.get(metric)?.has(averageStem) || /\bmean\b/i.test(metric.description),
    )
  const isAhead = specialIntent(text) === 'forecast'
  const isAboutPeople =
    choice.metrics.length > 0 &&
    choice.metrics.every((metric) => [...peopleStems].some((one) => knowledge.vocabulary.bags.get(metric)?.has(one) === true))
  return content
    .filter((one) => !one.soft && !range(one.from, one.to).some((index) => explained.has(index)))
    .filter((one) => !said.has(one.stem) && !(isMean && one.stem === averageStem) && !(slots.goal && meaningful.test(one.stem)))
    .filter((one) => !(isAboutPeople && peopleStems.has(one.stem)))
    .filter((one) => !(isAhead && /^(forecast|predict|project|outlook|expect|futur|extrapolat)/.test(one.stem)))
    .filter((one) => !namesKind(one, filtering, knowledge))
    .filter((one) => !/^\d$/.test(one.stem) || one.from > 0)
    .filter(
      (one) =>
        !(
          text.tokens[one.from]?.text === 'rate' &&
          /^(grow|change|increase|decline|decrease)/.test(text.tokens[one.from - 1]?.stem ?? '')
        ),
    )
    .filter(
      (one) =>
        !(slots.change && /^(fast|quickly|rapidly|strongly|gone|went|go|so|much)$/.test(text.tokens[one.from]?.text ?? '')),
    )
    .filter(
      (one) =>
        !(
          (Object.hasOwn(measuresOf, one.stem) &&
            measuresOf[one.stem]?.some((unit) => choice.metrics.some((metric) => metric.unit === unit))) ??
          false
        ),
    )
    .filter((one) => !isCurrency(text.tokens[one.from]?.text ?? '', knowledge.currency))
}
