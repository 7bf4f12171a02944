import type { Catalogue, Dimension, Metric } from '@aems/schema/catalogue.ts'
import { stem } from '../language/stem.ts'
import type { Token } from '../language/text.ts'
import { readText } from '../language/text.ts'
import { grammarWords, isSoft, ranks, softWords } from '../language/words.ts'
import { contestedWords, namesakesOf } from './claims.ts'
import { type QuotientName, quotientNames } from './quotient-names.ts'

/** A way of saying a metric or a dimension: the stems that count in it. */
export interface Phrase<Item> {
  readonly item: Item
  readonly stems: readonly string[]
  /** What these are the stems of. */
  readonly words: readonly string[]
  readonly weight: number
  /** It is the label, not another way of saying it. */
  readonly label: boolean
  /** The prepositions in it. Its words then hold in their order alone: `products on sale` is not `sales of products`. */
  readonly prepositions: ReadonlySet<string>
  /** It names a quotient, by `per`, `each` or the like. */
  readonly per: boolean
}

/** The words that people say for what the graph has. */
export interface Vocabulary {
  readonly metrics: readonly Metric[]
  readonly dimensions: readonly Dimension[]
  readonly metricPhrases: ReadonlyMap<string, readonly Phrase<Metric>[]>
  readonly dimensionPhrases: ReadonlyMap<string, readonly Phrase<Dimension>[]>
  /** Names of metrics that hold `per`, `each` or a unit of time, by their first stem. */
  readonly quotients: ReadonlyMap<string, readonly QuotientName[]>
  /** Names of metrics as the stems of all their words, by their first word as written. */
  readonly names: ReadonlyMap<string, readonly (readonly string[])[]>
  /** Words that several metrics have an equal claim to. */
  readonly contested: ReadonlyMap<string, readonly Metric[]>
  /** What other domains have of the same name: revenue of orders and of the ledger. */
  readonly namesakes: ReadonlyMap<Metric, readonly Metric[]>
  /** Stems of everything said of a metric, its description too. */
  readonly bags: ReadonlyMap<Metric, ReadonlySet<string>>
  /** How telling a stem is: 1 where one metric alone uses it, less the more do. */
  readonly weightOf: (stem: string) => number
  /** Words as written, folded: what misspelt words are repaired to. */
  readonly words: ReadonlySet<string>
  readonly stems: ReadonlySet<string>
}

/** A token that may count, at its place in the text. */
export interface Content {
  readonly stem: string
  /** It may stay unexplained. */
  readonly soft: boolean
  readonly from: number
  readonly to: number
}

const joinable: Readonly<Record<string, string>> = {
  'how many': 'howmany',
  'how much': 'howmuch',
  'how long': 'howlong',
  'how often': 'howoften',
  'number of': 'howmany',
  'count of': 'howmany',
  'how big': 'howbig',
  'how large': 'howbig',
  'not yet': 'notyet',
  'how fast': 'howfast',
  'how quickly': 'howfast',
  'how quick': 'howfast',
  'how soon': 'howfast',
  'how far': 'howfar',
  'on time': 'ontime',
  'from us': 'fromus',
  'with us': 'withus',
}
const isLight = (stem: string): boolean => stem !== 'notyet' && stem !== 'ontime' && Object.values(joinable).includes(stem)

/** The tokens that carry meaning; `how many` and the like are one. */
export function contentOf(tokens: readonly Token[]): Content[] {
  const out: Content[] = []
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index]
    if (!token) continue
    const pair = joinable[`${token.text} ${tokens[index + 1]?.text ?? ''}`]
    if (pair !== undefined) {
      out.push({
        stem: pair,
        soft: pair === 'howmany' || pair === 'howmuch' || pair === 'fromus' || pair === 'withus',
        from: index,
        to: index + 2,
      })
      index++
    } else if (isStandard(tokens, index)) {
      out.push({ stem: token.stem, soft: true, from: index, to: index + 1 })
    } else if (!grammarWords.has(token.text) && !isOpinion(tokens, index)) {
      out.push({ stem: token.stem, soft: isSoft(token.text) || ranks.has(token.text), from: index, to: index + 1 })
    }
  }
  return out
}

/** `Over budget` judges by something; `over time`, `over 10k` and `quarter over quarter` don't. */
const isStandard = (tokens: readonly Token[], index: number): boolean => {
  const next = tokens[index + 1]
  return (
    /^(over|under)$/.test(tokens[index]?.text ?? '') &&
    next !== undefined &&
    next.number === null &&
    !grammarWords.has(next.text) &&
    !isSoft(next.text)
  )
}

/** `I mean` is no average. */
const isOpinion = (tokens: readonly Token[], index: number): boolean =>
  tokens[index]?.text === 'mean' && /^(i|you|we|they|it|that|this|does|do)$/.test(tokens[index - 1]?.text ?? '')

/** Dimensions are also said by question words: `who sold`, `where`. */
function dimensionWords(phrase: string): readonly Token[] {
  return readText(phrase).tokens.filter(
    (token) =>
      (!grammarWords.has(token.text) && token.text !== 'per') || /^(who|where|why|what|or|and|versus|by)$/.test(token.text),
  )
}

function grouped<Item>(phrases: readonly Phrase<Item>[]): Map<string, Phrase<Item>[]> {
  const map = new Map<string, Phrase<Item>[]>()
  for (const phrase of phrases) {
    for (const stem of new Set(phrase.stems)) map.set(stem, [...(map.get(stem) ?? []), phrase])
  }
  return map
}

const spoken = (item: Metric | Dimension): readonly string[] => [
  item.label,
  item.name.toLowerCase().replaceAll('_', ' '),
  ...item.says,
]

/** A name of one word is left out: it says no more than the word does. */
function namesOf(metrics: readonly Metric[]): ReadonlyMap<string, readonly (readonly string[])[]> {
  const names = metrics.flatMap(spoken).flatMap((name) => {
    const { tokens } = readText(name)
    const [first] = tokens
    return first && tokens.length > 1 ? [{ first: first.text, stems: tokens.map(({ stem }) => stem) }] : []
  })
  return new Map([...Map.groupBy(names, ({ first }) => first)].map(([first, list]) => [first, list.map(({ stems }) => stems)]))
}

/** Reads the vocabulary out of a catalogue: labels, names, sayings and descriptions, nothing else. */
export function vocabularyOf(catalogue: Catalogue): Vocabulary {
  const users = new Map<string, Set<Metric>>()
  const bags = new Map<Metric, ReadonlySet<string>>()
  const words = new Set<string>()
  for (const metric of catalogue.metrics) {
    const said = new Set(spoken(metric).flatMap((phrase) => contentOf(readText(phrase).tokens).map(({ stem }) => stem)))
    for (const stem of said) users.set(stem, (users.get(stem) ?? new Set()).add(metric))
    bags.set(metric, said.union(new Set(contentOf(readText(metric.description).tokens).map(({ stem }) => stem))))
  }
  for (const item of [...catalogue.metrics, ...catalogue.dimensions]) {
    for (const token of spoken(item).flatMap((phrase) => readText(phrase).tokens)) words.add(token.text)
  }
  const weightOf = (stem: string): number => {
    const weight = 0.4 + 0.6 / (1 + Math.log(Math.max(1, users.get(stem)?.size ?? 1)))
    return /^(withus|fromus)$/.test(stem)
      ? weight / 8
      : isLight(stem) || softWords.has(stem) || ranks.has(stem)
        ? weight / 2
        : weight
  }
  const phrase = <Item>(
    item: Item,
    said: readonly { readonly stem: string; readonly text: string }[],
    label: boolean,
    text: string,
  ): Phrase<Item> => ({
    item,
    stems: said.map(({ stem }) => stem),
    words: said.map((each) => each.text),
    weight: said.reduce((sum, { stem }) => sum + weightOf(stem), 0),
    label,
    prepositions: new Set(text.toLowerCase().match(/(?<=\w )(on|in|at|as|from|to|with|without|into|by|off)(?= \w)/g)),
    per: /\bper\b/i.test(text),
  })
  const metricPhrases = catalogue.metrics.flatMap((metric) => {
    const seen = new Set<string>()
    return spoken(metric).flatMap((text, index) => {
      const { tokens } = readText(text)
      const counted = contentOf(tokens)
      const stems = [...new Set(counted.map(({ stem }) => stem))]
      const words = stems.map((stem) => ({ stem, text: tokens[counted.find((one) => one.stem === stem)?.from ?? 0]?.text ?? '' }))
      const key = stems.join(' ')
      if (stems.length === 0 || seen.has(key)) return []
      seen.add(key)
      return [phrase(metric, words, index === 0, text)]
    })
  })
  const dimensionPhrases = catalogue.dimensions.flatMap((dimension) =>
    spoken(dimension).flatMap((text, index) => {
      const words = dimensionWords(text)
      return words.length === 0 ? [] : [phrase(dimension, words, index === 0, text)]
    }),
  )
  return {
    metrics: catalogue.metrics,
    dimensions: catalogue.dimensions,
    metricPhrases: grouped(metricPhrases),
    dimensionPhrases: grouped(dimensionPhrases),
    quotients: quotientNames(catalogue.metrics),
    names: namesOf(catalogue.metrics),
    contested: contestedWords(catalogue.metrics),
    namesakes: namesakesOf(catalogue.metrics),
    bags,
    weightOf,
    words,
    stems: new Set([...words].map(stem)),
  }
}
