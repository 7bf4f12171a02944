import { GraphError } from '@aems/kit/errors.ts'
import type { GraphClient } from '@aems/kit/subgraph.ts'
import type { Viewer } from '@aems/kit/viewer.ts'
import type { Dimension } from '@aems/schema/catalogue.ts'
import { z } from 'zod'
import { fold } from '../domain/language/text.ts'
import { indexMembers, type MemberIndex, type MemberSayings } from '../domain/linking/members.ts'
import type { Member } from '../domain/meaning.ts'
import type { KnownFacts } from './facts.ts'

/** A dimension with at most so many members is known whole; of larger ones only what a question names is looked up. */
const wholeUpTo = 1_000
/** How long a viewer's members are remembered, milliseconds. */
const freshFor = 60_000
/** How many viewers' members are remembered. */
const viewersKept = 200

/** What is known of the members that one viewer may see. */
export interface KnownMembers {
  readonly index: MemberIndex
  /** Dimensions too large to be known whole. */
  readonly large: readonly Dimension[]
  /** Whether the company has facts for metrics, as far as that was asked yet. */
  readonly facts: KnownFacts
}

/** Members by viewer, for a minute. Names that the viewer may not see never enter it. */
export interface MemberCache {
  get(viewer: Viewer, load: () => Promise<KnownMembers>): Promise<KnownMembers>
}

export function memberCache(): MemberCache {
  const kept = new Map<string, { readonly until: number; readonly members: Promise<KnownMembers> }>()
  return {
    get(viewer, load) {
      const key = [viewer.company.id, viewer.user.id, [...viewer.scopes].toSorted().join(' ')].join('\n')
      const known = kept.get(key)
      if (known && known.until > Date.now()) return known.members
      const members = load()
      members.catch(() => kept.delete(key))
      kept.delete(key)
      kept.set(key, { until: Date.now() + freshFor, members })
      const oldest = kept.keys().next().value
      if (kept.size > viewersKept && oldest !== undefined) kept.delete(oldest)
      return members
    },
  }
}

const keys = z.array(z.object({ value: z.string().nullable(), label: z.string() })).nullable()

interface Lookup {
  readonly dimension: Dimension
  readonly search: string | null
  readonly first: number
}

/** The graph admits thirty fields at the root of an operation. */
const lookupsAtOnce = 24

/** Asks the graph for members, as many look-ups in one operation as it admits. @throws GraphError UNAVAILABLE where one of them fails. */
async function lookUp(graph: GraphClient, lookups: readonly Lookup[]): Promise<Member[][]> {
  const operations = Array.from({ length: Math.ceil(lookups.length / lookupsAtOnce) }, (_, index) =>
    lookups.slice(index * lookupsAtOnce, (index + 1) * lookupsAtOnce),
  )
  return (await Promise.all(operations.map((each) => lookUpAtOnce(graph, each)))).flat()
}

async function lookUpAtOnce(graph: GraphClient, lookups: readonly Lookup[]): Promise<Member[][]> {
  const declared = lookups.flatMap(({ search }, index) => (search === null ? [] : [`$s${index}: String!`]))
  const fields = lookups.map(
    ({ dimension, search, first }, index) =>
      `  m${index}: ${dimension.domain}Members(dimension: ${dimension.name}, first: ${first}${search === null ? '' : `, search: $s${index}`}) { value label }`,
  )
  const variables = Object.fromEntries(lookups.flatMap(({ search }, index) => (search === null ? [] : [[`s${index}`, search]])))
  const head = declared.length > 0 ? `query Members(${declared.join(', ')})` : 'query Members'
  const { data, errors } = await graph.execute(`${head} {\n${fields.join('\n')}\n}`, variables)
  // Without its members a question can't be understood; and nothing half known is remembered.
  const [first] = errors ?? []
  if (!data || first)
    throw new GraphError(
      'UNAVAILABLE',
      first?.message ?? 'The names in the company’s data can’t be read now: ask again in a moment.',
    )
  return lookups.map(({ dimension }, index) => {
    const found = keys.safeParse(data?.[`m${index}`] ?? null)
    const members = found.success ? (found.data ?? []) : []
    return members.flatMap(({ value, label }) =>
      value === null ? [] : [{ domain: dimension.domain, dimension: dimension.name, value, label }],
    )
  })
}

/** Ways to say members that the schema declares. */
export function declaredSayings(dimensions: readonly Dimension[]): MemberSayings {
  return new Map(
    dimensions.map(({ domain, name, members }) => [
      `${domain}.${name}`,
      new Map(members.map(({ member, says }) => [fold(member), says])),
    ]),
  )
}

/** Every member of the smaller dimensions. */
export async function knownMembers(graph: GraphClient, dimensions: readonly Dimension[]): Promise<KnownMembers> {
  const found = await lookUp(
    graph,
    dimensions.map((dimension) => ({ dimension, search: null, first: wholeUpTo })),
  )
  const isLarge = (index: number): boolean => (found[index]?.length ?? 0) >= wholeUpTo
  const small = found.flatMap((members, index) => (isLarge(index) ? [] : members))
  return {
    index: indexMembers(small, declaredSayings(dimensions)),
    large: dimensions.filter((_, index) => isLarge(index)),
    facts: new Map(),
  }
}

/** Members of large dimensions that may be meant by stretches of a question. */
export async function searchedMembers(
  graph: GraphClient,
  dimensions: readonly Dimension[],
  spans: readonly string[],
): Promise<MemberIndex> {
  const lookups = dimensions.flatMap((dimension) => spans.map((search) => ({ dimension, search, first: 8 })))
  return indexMembers((await lookUp(graph, lookups.slice(0, lookupsAtOnce))).flat(), new Map())
}

/** Members of some dimensions that words may name: those that bear just this name, else those whose names hold the words. */
export async function membersNamed(
  graph: GraphClient,
  dimensions: readonly Dimension[],
  words: string,
): Promise<{ readonly member: Member; readonly exact: boolean }[]> {
  const found = await lookUp(
    graph,
    dimensions.map((dimension) => ({ dimension, search: words, first: 5 })),
  )
  const wanted = fold(words)
  const named = found.flat().map((member) => ({
    member,
    exact: [member.value, member.label].some((name) => fold(name) === wanted),
  }))
  const exact = named.filter((each) => each.exact)
  return (exact.length > 0 ? exact : named).slice(0, 12)
}
