import { badInput } from '@aems/kit/errors.ts'
import type { Viewer } from '@aems/kit/viewer.ts'
import type { Costs, FieldCost } from '@aems/schema/cost.ts'
import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql'

/** What one operation may be reckoned to cost: a page of a thousand with a hundred things beneath each. */
const mostSignedIn = 100_000
/** Whoever is not signed in can do nothing but sign in. */
const mostAnonymous = 500

/** What an operation is reckoned to cost before it runs, by the GraphQL Cost Directives Specification. */
export interface OperationCost {
  readonly cost: number
  /** The list that most of it comes from, from the root. */
  readonly dearest: { readonly path: string; readonly size: number; readonly cost: number }
}

interface Priced {
  readonly document: DocumentNode
  readonly operation: OperationDefinitionNode
  readonly variables: Readonly<Record<string, unknown>>
  readonly schema: GraphQLSchema
  readonly costs: Costs
}

/** A place of an operation: what is selected there, and how many times over. */
interface Place {
  readonly type: GraphQLCompositeType
  readonly path: readonly string[]
  readonly times: number
  /** What the field above says of the lists directly beneath it. */
  readonly sized: { readonly fields: ReadonlySet<string>; readonly size: number } | null
}

/**
 * Reckons what an operation costs. A field that is written twice counts twice, and all types that a union can be count
 * together: it is never less than what the operation comes to.
 */
export function costOf({ document, operation, variables, schema, costs }: Priced): OperationCost {
  const fragments = new Map(
    document.definitions
      .filter((node): node is FragmentDefinitionNode => node.kind === Kind.FRAGMENT_DEFINITION)
      .map((node) => [node.name.value, node]),
  )
  const argumentOf = numberArguments(operation, variables)
  let dearest = { path: '', size: 1, cost: 0 }

  const selections = ({ selections: nodes }: SelectionSetNode, place: Place): number =>
    nodes.reduce((sum, node) => {
      if (node.kind === Kind.FIELD) return sum + field(node, place)
      const fragment = node.kind === Kind.INLINE_FRAGMENT ? node : fragments.get(node.name.value)
      if (!fragment) return sum
      const narrowed = fragment.typeCondition ? schema.getType(fragment.typeCondition.name.value) : place.type
      return sum + selections(fragment.selectionSet, isCompositeType(narrowed) ? { ...place, type: narrowed } : place)
    }, 0)

  const field = (node: FieldNode, { type, path, times, sized }: Place): number => {
    const name = node.name.value
    const known = costs.get(type.name)?.get(name)
    if (!known || !(isObjectType(type) || isInterfaceType(type))) return 0
    const declared = sizeOf(node, known, argumentOf)
    const length = sized?.fields.has(name) ? sized.size : known.sizedFields.size > 0 ? 1 : declared
    const given = getNamedType(type.getFields()[name]?.type)
    const below = [...path, name]
    const inner =
      node.selectionSet && isCompositeType(given)
        ? selections(node.selectionSet, {
            type: given,
            path: below,
            times: times * length,
            sized: known.sizedFields.size > 0 ? { fields: known.sizedFields, size: declared } : null,
          })
        : 0
    const cost = known.weight + length * (known.each + inner)
    const own = times * length
    if (length > 1 && own >= dearest.cost) dearest = { path: below.join('.'), size: length, cost: own }
    return cost
  }

  const root = schema.getRootType(operation.operation)
  const cost = root ? selections(operation.selectionSet, { type: root, path: [], times: 1, sized: null }) : 0
  return { cost, dearest }
}

/**
 * Refuses an operation that would cost more than whoever asks may spend on one.
 * @returns what it costs.
 * @throws GraphError BAD_INPUT, naming the list to ask less of.
 */
export function requireAffordable(priced: Priced, viewer: Viewer | null): number {
  const { cost, dearest } = costOf(priced)
  const most = viewer ? mostSignedIn : mostAnonymous
  if (cost <= most) return cost
  const whence = dearest.path
    ? ` Most of it comes from ${dearest.path}, ${figure(dearest.cost)} items in all: ask for fewer with first or a narrower condition, for less beneath it, or for pages of it one after the other.`
    : ' Ask in several.'
  throw badInput(`The operation would cost ${figure(cost)} points; ${figure(most)} at most for one.${whence}`)
}

const figure = (value: number): string => Math.round(value).toLocaleString('en')

type ArgumentOf = (node: FieldNode, name: string) => number | null

/** How many things a field gives at most, as far as its arguments tell. */
function sizeOf(node: FieldNode, { size }: FieldCost, argumentOf: ArgumentOf): number {
  if (!size) return 1
  const said = size.slicingArguments.flatMap((name) => argumentOf(node, name) ?? size.defaults.get(name) ?? [])
  return said.length > 0 ? Math.max(0, ...said) : size.assumed
}

/** Reads whole numbers that fields are given, directly or by variables. */
function numberArguments(operation: OperationDefinitionNode, variables: Readonly<Record<string, unknown>>): ArgumentOf {
  const defaults = new Map(
    (operation.variableDefinitions ?? []).flatMap(({ variable, defaultValue }) =>
      defaultValue?.kind === Kind.INT ? [[variable.name.value, Number(defaultValue.value)] as const] : [],
    ),
  )
  return (node, name) => {
    const value = node.arguments?.find((argument) => argument.name.value === name)?.value
    if (value?.kind === Kind.INT) return Number(value.value)
    if (value?.kind !== Kind.VARIABLE) return null
    const given = variables[value.name.value]
    return Number.isSafeInteger(given) ? Number(given) : (defaults.get(value.name.value) ?? null)
  }
}
