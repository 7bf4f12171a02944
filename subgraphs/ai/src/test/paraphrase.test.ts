import { type Catalogue, catalogue, type Dimension, type Metric } from '@aems/schema/catalogue.ts'
import { expect, test } from 'vitest'
import { knowledgeOf, members, slots, understoodIn } from './company.ts'

const whole = catalogue()
const knowledge = knowledgeOf()
const lower = (text: string): string => (/^[A-Z]{2,}/.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1))

/** Ways to ask for a metric by a split over a period; each must mean the same. */
const wordings: readonly ((metric: string, split: string, period: string) => string)[] = [
  (metric, split, period) => `What was our ${metric} by ${split} in ${period}?`,
  (metric, split, period) => `${metric} per ${split} ${period}`,
  (metric, split, period) => `show me ${metric} for each ${split} in ${period} please`,
  (metric, split, period) => `in ${period}, ${metric} broken down by ${split}`,
  (metric, split, period) => `${period}: ${metric} across ${split}`,
  (metric, split, period) => `Can you give me the ${metric} split by ${split} for ${period}`,
]

const periods = [
  ['2023', { from: '2023-01-01', to: '2023-12-31' }],
  ['Q4 2023', { from: '2023-10-01', to: '2023-12-31' }],
  ['FY2023', { from: '2022-04-01', to: '2023-03-31' }],
  ['March 2024', { from: '2024-03-01', to: '2024-03-31' }],
] as const

/** One element of a list for each number, in turn. */
const nth = <Item>(list: readonly Item[], index: number): Item => {
  const item = list[index % list.length]
  if (item === undefined) throw new Error('The list is empty')
  return item
}

const splitsOf = (metric: Metric): Dimension[] =>
  whole.dimensions.filter(({ domain, name }) => domain === metric.domain && metric.dimensions.includes(name))

/** A member that a metric can be limited to, other than of the splits given; where the test company has one. */
const memberFor = (metric: Metric, ...splits: readonly Dimension[]): string | undefined =>
  ['Canada', 'Lamps', 'Joinery', 'Carpenter', 'Postage', 'Meals'].find((label) =>
    members.some(
      (member) =>
        member.label === label &&
        member.domain === metric.domain &&
        metric.dimensions.includes(member.dimension) &&
        !splits.some(({ name }) => name === member.dimension),
    ),
  )

test('every metric is understood by its label, by every split that it reaches, in every wording', () => {
  let index = 0
  for (const metric of whole.metrics) {
    for (const dimension of splitsOf(metric)) {
      const [words, period] = nth(periods, index)
      const question = nth(wordings, index++)(lower(metric.label), lower(dimension.label), words)
      expect(slots(question, knowledge), question).toEqual({
        metrics: [metric.name],
        by: [dimension.name],
        period,
      })
    }
  }
})

/** Whether it is asked back which is meant, the metric among them, or which split: `sellers` are products or people. */
function isAskedBack(question: string, metric: Metric): boolean {
  const { understanding } = understoodIn(question, knowledge)
  if (understanding.status !== 'clarify') return false
  const names = understanding.candidates.map(({ name }) => name)
  return names.includes(metric.name) || names.every((name) => whole.dimensions.some((one) => one.name === name))
}

test('every metric is understood by every way of saying it, or asked about where that fits several', () => {
  const missed: string[] = []
  const asked: string[] = []
  for (const metric of whole.metrics) {
    for (const says of metric.says) {
      const found = slots(`${says} in 2023`, knowledge)
      const ok = Array.isArray(found['metrics']) && found['metrics'].length === 1 && found['metrics'][0] === metric.name
      if (!ok && isAskedBack(`${says} in 2023`, metric)) asked.push(says)
      else if (!ok) missed.push(`${metric.name}: ${says} → ${JSON.stringify(found['metrics'] ?? found['text'])}`)
    }
  }
  expect(missed).toEqual([])
  expect(asked.length, asked.join()).toBeLessThan(whole.metrics.length / 2)
})

test('every split is understood by every way of saying it, or asked about where it fits several', () => {
  const missed: string[] = []
  for (const dimension of whole.dimensions) {
    const metric = whole.metrics.find((one) => one.domain === dimension.domain && one.dimensions.includes(dimension.name))
    for (const says of dimension.says) {
      const question =
        /^(who|where|why|what|per) /.test(says) || says === 'where' ? undefined : `${metric?.label ?? ''} by ${says} in 2023`
      if (question === undefined) continue
      const found = slots(question, knowledge)
      const by = found['by']
      if (!(Array.isArray(by) && by.length === 1 && by[0] === dimension.name) && found['status'] !== 'clarify')
        missed.push(`${dimension.name}: ${says} → ${JSON.stringify(by ?? found['text'])}`)
    }
  }
  expect(missed).toEqual([])
})

test('the same meaning in other words is understood as the same', () => {
  let index = 0
  for (const metric of whole.metrics.filter((each) => each.dimensions.length > 0)) {
    const dimension = nth(splitsOf(metric), index++)
    const [words] = nth(periods, index)
    const meant = slots(nth(wordings, 0)(lower(metric.label), lower(dimension.label), words), knowledge)
    for (const wording of wordings)
      expect(slots(wording(lower(metric.label), lower(dimension.label), words), knowledge)).toEqual(meant)
  }
})

test('where one slot of a question changes, only that slot of its meaning changes', () => {
  const only = (before: Record<string, unknown>, after: Record<string, unknown>): string[] =>
    [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
      (key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]),
    )
  for (const metric of whole.metrics) {
    const [dimension, other] = splitsOf(metric)
    // Nothing can be changed in the split of a metric that has one, or none.
    if (!dimension || !other) continue
    const label = lower(metric.label)
    const base = slots(`${label} by ${lower(dimension.label)} in 2023`, knowledge)
    expect(only(base, slots(`${label} by ${lower(other.label)} in 2023`, knowledge)), metric.name).toEqual(['by'])
    expect(only(base, slots(`${label} by ${lower(dimension.label)} in 2022`, knowledge)), metric.name).toEqual(['period'])
    const member = memberFor(metric, dimension)
    if (member !== undefined) {
      const limited = slots(`${label} by ${lower(dimension.label)} in 2023 for ${member}`, knowledge)
      expect(only(base, limited), metric.name).toEqual(['where'])
    }
    expect(only(base, slots(`${label} by ${lower(dimension.label)} in 2023 vs 2022`, knowledge)), metric.name).toEqual([
      'compare',
    ])
    expect(only(base, slots(`monthly ${label} by ${lower(dimension.label)} in 2023`, knowledge)), metric.name).toEqual(['grain'])
    expect(only(base, slots(`top 3 ${label} by ${lower(dimension.label)} in 2023`, knowledge)).toSorted(), metric.name).toEqual([
      'first',
      'order',
    ])
    expect(only(base, slots([`${label} by ${lower(dimension.label)} in 2023`, 'and in 2022?'], knowledge)), metric.name).toEqual([
      'period',
    ])
  }
})

/** A domain that no one has seen: its words come from here and nowhere else. */
const stable: Catalogue = {
  metrics: [
    {
      domain: 'stables',
      name: 'HORSES_SHOD',
      label: 'Horses shod',
      description: 'Horses that got new shoes, by the day of the work.',
      unit: 'COUNT',
      better: 'HIGHER',
      adds: 'ALWAYS',
      asOf: false,
      says: ['horses shod', 'shoeings', 'how many horses did we shoe', 'hooves done'],
      dimensions: ['FARRIER', 'BREED'],
      scopes: [],
      records: null,
      derived: null,
    },
    {
      domain: 'stables',
      name: 'HAY_EATEN',
      label: 'Hay eaten',
      description: 'Bales of hay that were eaten.',
      unit: 'COUNT',
      better: 'LOWER',
      adds: 'ALWAYS',
      asOf: false,
      says: ['hay eaten', 'hay consumption', 'fodder used'],
      dimensions: ['BREED'],
      scopes: [],
      records: null,
      derived: null,
    },
  ],
  dimensions: [
    {
      domain: 'stables',
      name: 'FARRIER',
      label: 'Farrier',
      description: 'Who did the work.',
      says: ['farrier', 'blacksmith', 'who shod'],
      entity: null,
      members: [],
      scopes: [],
    },
    {
      domain: 'stables',
      name: 'BREED',
      label: 'Breed',
      description: 'Breed of the horse.',
      says: ['breed', 'kind of horse'],
      entity: null,
      members: [],
      scopes: [],
    },
  ],
}

test('a domain that was never seen before is askable at once', () => {
  const seen = knowledgeOf({
    metrics: [...whole.metrics, ...stable.metrics],
    dimensions: [...whole.dimensions, ...stable.dimensions],
  })
  expect(slots('How many horses did we shoe in 2023 by blacksmith?', seen)).toEqual({
    metrics: ['HORSES_SHOD'],
    by: ['FARRIER'],
    period: { from: '2023-01-01', to: '2023-12-31' },
  })
  expect(slots('top 3 breeds by hay consumption', seen)).toMatchObject({ metrics: ['HAY_EATEN'], by: ['BREED'], first: 3 })
  expect(slots('best breeds by fodder used last year', seen)).toMatchObject({ order: { by: 'HAY_EATEN', direction: 'asc' } })
  expect(slots('hay eaten by farrier', seen)).toMatchObject({ status: 'refused', reason: 'no_data' })
  expect(slots('What was revenue by territory in 2023?', seen)).toEqual(slots('What was revenue by territory in 2023?'))
})
