import {
  type ASTVisitor,
  type FragmentDefinitionNode,
  GraphQLError,
  Kind,
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
    OperationDefinition(operation) {
      const root = fieldsOf(operation.selectionSet, fragment)
      if (root > mostFields)
        refuse(context, `The operation has ${root} fields at its root; ${mostFields} at most. Ask in several.`)
      const depth = depthOf(operation.selectionSet, fragment, new Map(), new Set())
      if (depth > deepest) refuse(context, `The operation nests ${depth} deep; ${deepest} at most. Ask for the rest on its own.`)
    },
  }
}

const refuse = (context: ValidationContext, message: string): void => context.reportError(new GraphQLError(message))

type FragmentOf = (name: string) => FragmentDefinitionNode | null

function fieldsOf({ selections }: SelectionSetNode, fragment: FragmentOf, entered: ReadonlySet<string> = new Set()): number {
  return selections.reduce((count, selection) => {
    if (selection.kind === Kind.FIELD) return count + 1
    if (selection.kind === Kind.INLINE_FRAGMENT) return count + fieldsOf(selection.selectionSet, fragment, entered)
    const name = selection.name.value
    const found = entered.has(name) ? null : fragment(name)
    return found ? count + fieldsOf(found.selectionSet, fragment, new Set([...entered, name])) : count
  }, 0)
}

/** Each fragment is measured once, so that fragments that spread each other many times cost no more than their text. */
function depthOf(
  { selections }: SelectionSetNode,
  fragment: FragmentOf,
  known: Map<string, number>,
  entered: Set<string>,
): number {
  let deepestHere = 0
  for (const selection of selections) {
    if (selection.kind === Kind.FIELD) {
      if (selection.name.value.startsWith('__')) continue
      const below = selection.selectionSet ? depthOf(selection.selectionSet, fragment, known, entered) : 0
      deepestHere = Math.max(deepestHere, 1 + below)
    } else if (selection.kind === Kind.INLINE_FRAGMENT) {
      deepestHere = Math.max(deepestHere, depthOf(selection.selectionSet, fragment, known, entered))
    } else {
      deepestHere = Math.max(deepestHere, depthOfFragment(selection.name.value, fragment, known, entered))
    }
  }
  return deepestHere
}

/** Fragments that spread themselves are refused by another rule; here they only must not go on for ever. */
function depthOfFragment(name: string, fragment: FragmentOf, known: Map<string, number>, entered: Set<string>): number {
  const measured = known.get(name)
  if (measured !== undefined) return measured
  const found = fragment(name)
  if (!found || entered.has(name)) return 0
  entered.add(name)
  const depth = depthOf(found.selectionSet, fragment, known, entered)
  entered.delete(name)
  known.set(name, depth)
  return depth
}
