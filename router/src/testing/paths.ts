import { type GraphQLObjectType, type GraphQLSchema, getNamedType, isCompositeType, isObjectType } from 'graphql'

/** A field of an object type, and an operation that asks for it and for nothing else that needs a right but the way there. */
export interface FieldPath {
  readonly type: string
  readonly field: string
  /** The fields on the way, as `Type.field`, from the root on; itself last. */
  readonly way: readonly string[]
  readonly operation: string
}

type Steps = readonly { readonly type: GraphQLObjectType; readonly field: string }[]

/** The shortest way from a root to every field that can be reached: found by walking the schema, so that new fields are walked too. */
export function fieldPaths(schema: GraphQLSchema): FieldPath[] {
  const kinds = [
    ['query', schema.getQueryType()],
    ['mutation', schema.getMutationType()],
    ['subscription', schema.getSubscriptionType()],
  ] as const
  return kinds.flatMap(([kind, root]) => (root ? pathsFrom(schema, kind, root) : []))
}

function pathsFrom(schema: GraphQLSchema, kind: string, root: GraphQLObjectType): FieldPath[] {
  const reached = new Map<GraphQLObjectType, Steps>([[root, []]])
  const found: FieldPath[] = []
  for (const [type, way] of reached) {
    for (const field of Object.values(type.getFields())) {
      const steps = [...way, { type, field: field.name }]
      const given = getNamedType(field.type)
      for (const next of isCompositeType(given) ? (isObjectType(given) ? [given] : schema.getPossibleTypes(given)) : []) {
        if (!reached.has(next)) reached.set(next, steps)
      }
      found.push({
        type: type.name,
        field: field.name,
        way: steps.map((step) => `${step.type.name}.${step.field}`),
        operation: `${kind} { ${nested(steps, isCompositeType(given))} }`,
      })
    }
  }
  return found
}

/** The steps within each other; each type is named, so that ways through unions are ways as well. */
function nested([step, ...rest]: Steps, isOpen: boolean): string {
  if (!step) return isOpen ? '__typename' : ''
  const below = rest.length > 0 || isOpen ? ` { ${nested(rest, isOpen)} }` : ''
  return `... on ${step.type.name} { ${step.field}${below} }`
}
