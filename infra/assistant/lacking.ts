import { z } from 'zod'
import type { RemoteGraph } from '../client/graph.ts'
import type { Item } from './questions.ts'

const catalogueSchema = z.object({
  metricCatalogue: z.object({ dimensions: z.array(z.object({ name: z.string(), domain: z.string() })) }),
})
const membersSchema = z.record(z.string(), z.array(z.object({ value: z.string().nullable(), label: z.string() })).nullable())

/**
 * Says which member a question is limited to that the company does not have, so that it can't be asked of that company;
 * null where it has all. Several names of a dimension are alternatives: one that has the member will do.
 */
export async function lackedBy(graph: RemoteGraph): Promise<(item: Item) => Promise<string | null>> {
  const { data } = await graph.execute('{ metricCatalogue { dimensions { name domain } } }')
  const { dimensions } = catalogueSchema.parse(data).metricCatalogue
  const known = new Map<string, Promise<boolean>>()
  const has = (names: string, member: string): Promise<boolean> => {
    const key = `${names}\n${member}`
    const found =
      known.get(key) ??
      isMember(
        graph,
        dimensions.filter(({ name }) => names.split('|').includes(name)),
        member,
      )
    known.set(key, found)
    return found
  }
  return async ({ wanted }) => {
    const filters = (wanted[0]?.metrics ?? []).flatMap((metric) => metric.filters)
    for (const { dimension, in: only, notIn } of filters) {
      for (const member of [...(only ?? []), ...(notIn ?? [])]) {
        if (!(await has(dimension, member)))
          return `${member} (${dimension.toLowerCase().replaceAll('_', ' ').replaceAll('|', ' or ')})`
      }
    }
    return null
  }
}

async function isMember(
  graph: RemoteGraph,
  dimensions: readonly { readonly name: string; readonly domain: string }[],
  member: string,
): Promise<boolean> {
  if (dimensions.length === 0) return true
  const fields = dimensions.map(
    ({ name, domain }, index) => `m${index}: ${domain}Members(dimension: ${name}, search: $member, first: 50) { value label }`,
  )
  const { data } = await graph.execute(`query Has($member: String!) { ${fields.join('\n')} }`, { member })
  const found = membersSchema.safeParse(data)
  const isIt = (text: string | null): boolean => text?.toLowerCase() === member.toLowerCase()
  return !found.success || Object.values(found.data).some((some) => some?.some(({ value, label }) => isIt(value) || isIt(label)))
}
