import {
  type ASTVisitor,
  type FragmentDefinitionNode,
  GraphQLError,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
  type ValidationContext,
} from 'graphql'

/** Words of an operation, at most; more is not read any further. */
export const mostTokens = 3_000
const deepest = 12
const mostFields = 30

/**
 * A validation rule: an operation nests its fields 12 deep and has 30 fields at its root, at most. Reading the schema
 * itself nests deeper, and is exempt: it needs a right of its own.
 */
export function sizeLimits(context: ValidationContext): ASTVisitor {
  const fragment = (name: string): FragmentDefinitionNode | null => context.getFragment(name) ?? null
  return {
    OperationDefinition({ selectionSet }) {
      const root = measuring(fragment, { ofField: () => 1, together: (a, b) => a + b })(selectionSet)
      if (root > mostFields)
        refuse(context, `The operation has ${root} fields at its root; ${mostFields} at most. Ask in several.`)
      const depth = measuring(fragment, { ofField: (below) => 1 + below(), together: Math.max })(selectionSet)
      if (depth > deepest) refuse(context, `The operation nests ${depth} deep; ${deepest} at most. Ask for the rest on its own.`)
    },
  }
}

const refuse = (context: ValidationContext, message: string): void => context.reportError(new GraphQLError(message))

interface Measure {
  /** What a field counts; `below` measures what is asked of it. */
  readonly ofField: (below: () => number) => number
  /** What two selections count, side by side. */
  readonly together: (one: number, other: number) => number
}

/**
 * Measures selections through their fragments. Each fragment is measured once, so that fragments that spread each other
 * many times cost no more than their text; one that spreads itself is refused by another rule, and counts nothing here.
 */
function measuring(fragment: (name: string) => FragmentDefinitionNode | null, { ofField, together }: Measure) {
  const known = new Map<string, number>()
  const all = ({ selections }: SelectionSetNode): number => selections.map(one).reduce((count, next) => together(count, next), 0)
  const one = (selection: SelectionNode): number => {
    if (selection.kind === Kind.INLINE_FRAGMENT) return all(selection.selectionSet)
    if (selection.kind === Kind.FRAGMENT_SPREAD) return spread(selection.name.value)
    const { name, selectionSet } = selection
    return name.value.startsWith('__') ? 0 : ofField(() => (selectionSet ? all(selectionSet) : 0))
  }
  const spread = (name: string): number => {
    const measured = known.get(name)
    if (measured !== undefined) return measured
    known.set(name, 0)
    const found = fragment(name)
    const measure = found ? all(found.selectionSet) : 0
    known.set(name, measure)
    return measure
  }
  return all
}
