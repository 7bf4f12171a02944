import { readText } from '@aems/ai/domain/language/text.ts'
import { indexMembers } from '@aems/ai/domain/linking/members.ts'
import { vocabularyOf } from '@aems/ai/domain/linking/vocabulary.ts'
import { type Knowledge, understand } from '@aems/ai/domain/understand.ts'
import { catalogue } from '@aems/schema/catalogue.ts'
import { type Bench, percentile, timings } from './bench.ts'

/** A question about each metric that there is, by a split that it reaches. */
function questionsOf({ metrics, dimensions }: Knowledge['catalogue']): string[] {
  return metrics.map((metric) => {
    const split = dimensions.find(({ domain, name }) => domain === metric.domain && metric.dimensions.includes(name))
    return `What was our ${metric.label}${split ? ` by ${split.label}` : ''} in Q4 2023, compared with the year before?`
  })
}

/** How long the embedded planner takes to understand a question. */
export const bench: Bench = {
  name: 'planning',
  about: 'understanding a question about each metric of the catalogue, with the embedded planner',
  async run(progress) {
    const whole = catalogue()
    const knowledge: Knowledge = {
      catalogue: whole,
      vocabulary: vocabularyOf(whole),
      maySee: () => true,
      members: indexMembers([]),
      clock: { asOf: '2024-05-15', fiscalStart: 1 },
    }
    const questions = questionsOf(whole)
    progress(`${questions.length} questions`)
    const each = async (work: (question: string) => unknown) => {
      const samples = await Promise.all(questions.map((question) => timings(async () => work(question), 3, 1)))
      return samples.flat()
    }
    const reading = percentile(await each((question) => readText(question)), 50)
    const planning = await each((question) => understand(question, knowledge, null))
    const baseline = { name: 'splitting it into words', value: reading }
    return [
      { name: 'planning p50', value: percentile(planning, 50), unit: 'ms', baseline },
      { name: 'planning p95', value: percentile(planning, 95), unit: 'ms', baseline, note: `${questions.length} questions` },
    ]
  },
}
