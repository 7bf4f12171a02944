import type { GraphClient } from '@aems/kit/subgraph.ts'
import type { Viewer } from '@aems/kit/viewer.ts'
import { z } from 'zod'
import type { Meaning } from '../domain/meaning.ts'
import { chosen, type Listed, listedFigures, saidOfRecords } from '../domain/records/answer.ts'
import { nearestDimension, recordsOperation, worthOf } from '../domain/records/plan.ts'
import type { Knowledge } from '../domain/understand.ts'
import { recordTypeOf } from './record-types.ts'
import { cant, type Told } from './told.ts'

const scalar = z.union([z.string(), z.number(), z.boolean()]).transform(String)
const connection = z.object({
  records: z.object({
    totalCount: z.number(),
    nodes: z.array(z.record(z.string(), z.union([scalar, z.record(z.string(), scalar.nullable()), z.null()]))),
  }),
})

/** Lists the single records behind a figure, with the asker's rights. */
export async function listed(meaning: Meaning, knowledge: Knowledge, viewer: Viewer, graph: GraphClient): Promise<Told> {
  const [metric] = meaning.metrics
  const type = metric && recordTypeOf(metric, viewer)
  if (!metric || !type) return cant(`${metric?.label ?? 'What is asked for'} has no list of single records.`)
  const operation = recordsOperation(type, meaning, metric)
  const { data, errors } = await graph.execute(operation.text, operation.variables)
  const [error] = errors ?? []
  if (error?.extensions?.['code'] === 'FORBIDDEN') return { kind: 'refused', reason: 'forbidden', text: error.message, operation }
  const found = connection.safeParse(data)
  if (error || !found.success) return { kind: 'failed', text: error?.message ?? 'The graph gave no records.', operation }
  const { totalCount, nodes } = found.data.records
  const records = nodes.map(
    (node): Listed =>
      Object.fromEntries(
        type.fields.map(({ name, named }) => {
          const value = node[name] ?? null
          return [name, typeof value === 'object' && value !== null ? (value[named ?? ''] ?? null) : value]
        }),
      ),
  )
  const wanted = chosen(records, totalCount, meaning, worthOf(type, metric))
  if (!wanted)
    return cant(
      `There are ${totalCount.toLocaleString('en')} of these, too many to be sifted for that: limit them to fewer days.`,
    )
  const count = meaning.having.length === 0 && meaning.first === null ? totalCount : wanted.length
  const currency = knowledge.currency ?? ''
  const nearest = nearestDimension(type, metric, knowledge.catalogue.dimensions)
  const whole: Meaning = { ...meaning, intent: 'list', entity: type.name, by: nearest ? [nearest] : [] }
  return {
    kind: 'told',
    meaning: whole,
    operation,
    figures: listedFigures(type, wanted, count, meaning, currency),
    said: saidOfRecords(type, wanted, count, { ...meaning, by: [] }, metric, currency),
  }
}
