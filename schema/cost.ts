import {
  type ConstDirectiveNode,
  type FieldDefinitionNode,
  type InterfaceTypeDefinitionNode,
  Kind,
  type ObjectTypeDefinitionNode,
  parse,
  type TypeNode,
  valueFromASTUntyped,
} from 'graphql'

/**
 * What a field is reckoned to cost, by the directives `@cost` and `@listSize` of the GraphQL Cost Directives
 * Specification (IBM, https://ibm.github.io/graphql-specs/cost-spec.html).
 */
export interface FieldCost {
  /** What resolving the field itself costs. */
  readonly weight: number
  /** What each thing that it gives costs, before what is asked of it. */
  readonly each: number
  /** How many it gives; null: one. */
  readonly size: ListSize | null
  /** The size that `sizedFields` hands on to fields of what it gives, such as the nodes of a connection. */
  readonly sizedFields: ReadonlySet<string>
}

interface ListSize {
  /** Arguments that say how many; the largest counts. */
  readonly slicingArguments: readonly string[]
  /** What they are where they are left out, by the schema. */
  readonly defaults: ReadonlyMap<string, number>
  /** How many where no argument says so. */
  readonly assumed: number
}

/** The cost of each field of each composite type. */
export type Costs = ReadonlyMap<string, ReadonlyMap<string, FieldCost>>

/** A list whose length nobody declared is reckoned to have so many items. */
const undeclaredLength = 10
/** A change is reckoned to cost so much, where nothing else is declared. */
const mutationWeight = 10

type Composite = ObjectTypeDefinitionNode | InterfaceTypeDefinitionNode

/** Reads what each field costs from a supergraph's SDL. */
export function costsOf(supergraphSdl: string): Costs {
  const { definitions } = parse(supergraphSdl, { noLocation: true })
  const weights = new Map<string, number>()
  const composites: Composite[] = []
  for (const node of definitions) {
    // By the specification, what has fields costs 1, and a scalar or a value of an enum nothing.
    if (node.kind === Kind.OBJECT_TYPE_DEFINITION || node.kind === Kind.INTERFACE_TYPE_DEFINITION) {
      composites.push(node)
      weights.set(node.name.value, weightOf(node.directives) ?? 1)
    }
    if (node.kind === Kind.SCALAR_TYPE_DEFINITION || node.kind === Kind.ENUM_TYPE_DEFINITION) {
      weights.set(node.name.value, weightOf(node.directives) ?? 0)
    }
  }
  for (const name of ['String', 'Int', 'Float', 'Boolean', 'ID']) weights.set(name, 0)
  const fieldCost = (field: FieldDefinitionNode, type: string): FieldCost => {
    const listSize = argumentsOf(field.directives, 'listSize')
    const { name, isList } = shapeOf(field.type)
    const each = weights.get(name) ?? 1
    const sizedFields = new Set((listSize?.['sizedFields'] as string[] | undefined) ?? [])
    return {
      weight: weightOf(field.directives) ?? (type === 'Mutation' ? mutationWeight : 0),
      each,
      size: listSize ? declaredSize(field, listSize) : isList && each > 0 ? undeclared : null,
      sizedFields,
    }
  }
  return new Map(
    composites.map((type) => [
      type.name.value,
      new Map((type.fields ?? []).map((field) => [field.name.value, fieldCost(field, type.name.value)])),
    ]),
  )
}

const undeclared: ListSize = { slicingArguments: [], defaults: new Map(), assumed: undeclaredLength }

function declaredSize(field: FieldDefinitionNode, listSize: Readonly<Record<string, unknown>>): ListSize {
  const slicingArguments = (listSize['slicingArguments'] as string[] | undefined) ?? []
  const defaults = (field.arguments ?? []).flatMap(({ name, defaultValue }) =>
    slicingArguments.includes(name.value) && defaultValue?.kind === Kind.INT
      ? [[name.value, Number(defaultValue.value)] as const]
      : [],
  )
  const assumed = listSize['assumedSize']
  return { slicingArguments, defaults: new Map(defaults), assumed: typeof assumed === 'number' ? assumed : undeclaredLength }
}

function weightOf(directives: readonly ConstDirectiveNode[] | undefined): number | null {
  const weight = argumentsOf(directives, 'cost')?.['weight']
  return weight === undefined ? null : Number(weight)
}

function argumentsOf(
  directives: readonly ConstDirectiveNode[] | undefined,
  name: string,
): Readonly<Record<string, unknown>> | null {
  const found = directives?.find((directive) => directive.name.value === name)
  if (!found) return null
  return Object.fromEntries((found.arguments ?? []).map(({ name, value }) => [name.value, valueFromASTUntyped(value)]))
}

function shapeOf(type: TypeNode): { name: string; isList: boolean } {
  if (type.kind === Kind.NON_NULL_TYPE) return shapeOf(type.type)
  if (type.kind === Kind.LIST_TYPE) return { name: shapeOf(type.type).name, isList: true }
  return { name: type.name.value, isList: false }
}
