import { type Bench, percentile, timings } from './bench.ts'
import { type BenchGraph, benchGraph } from './bench-graph.ts'
import { barely } from './dashboard.ts'
import { sendStream } from './streams.ts'

const questions = [
  'What was revenue by territory last year?',
  'Top 5 products by revenue this year',
  'How many orders did we take last month?',
  'Revenue by month over the last 12 months',
  'Headcount by org unit',
  'Gross margin by category last year compared with the year before',
  'Operating expenses by account last quarter',
  'Which customers ordered most last year?',
]
const question = (index: number): string => questions[index % questions.length] ?? ''

const askers = 50
const rounds = 3

const whole = 'mutation ($question: String!) { ask(input: { question: $question }) { status text rows { values } } }'

/** How soon an answer begins, and how long fifty people who ask at once wait for theirs. */
export const bench: Bench = {
  name: 'answers',
  about: 'the assistant: the first event of an answer, and 50 people who ask at once',
  async run(progress) {
    const graph = await benchGraph('small', progress)
    try {
      progress('Answers, one after another')
      const [first, last] = await streamed(graph)
      progress(`${askers} people who ask at once, ${rounds} questions each`)
      const waited = await crowd(graph)
      const baseline = { name: 'the smallest query', value: percentile(await timings(() => graph.ask(barely), 30), 50) }
      return [
        { name: 'first event p50', value: percentile(first, 50), unit: 'ms', baseline, note: 'budget: 100 ms' },
        { name: 'first event p95', value: percentile(first, 95), unit: 'ms', baseline },
        { name: 'whole answer p50', value: percentile(last, 50), unit: 'ms', baseline, note: 'streamed, one asker' },
        { name: 'answer p50, 50 askers', value: percentile(waited, 50), unit: 'ms', baseline },
        { name: 'answer p95, 50 askers', value: percentile(waited, 95), unit: 'ms', baseline, note: 'budget: 1,000 ms' },
      ]
    } finally {
      await graph.stop()
    }
  },
}

/** Milliseconds to the first event and to the end of each of 40 answers. */
async function streamed(graph: BenchGraph): Promise<readonly [readonly number[], readonly number[]]> {
  const [first, last]: [number[], number[]] = [[], []]
  for (let index = 0; index < 48; index++) {
    const began = performance.now()
    let heard = 0
    for await (const part of sendStream(graph.url, await graph.token(), question(index))) {
      if (heard === 0 && part.includes('QuestionTaken')) heard = performance.now() - began
    }
    // The first eight learn the company's names and the metrics' words.
    if (index < 8) continue
    first.push(heard)
    last.push(performance.now() - began)
  }
  return [first, last]
}

async function crowd(graph: BenchGraph): Promise<readonly number[]> {
  const waited: number[] = []
  await Promise.all(
    Array.from({ length: askers }, async (_, asker) => {
      for (let round = 0; round < rounds; round++) {
        const began = performance.now()
        await graph.ask(whole, { question: question(asker + round) })
        waited.push(performance.now() - began)
      }
    }),
  )
  return waited
}
