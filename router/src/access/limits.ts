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
const mostRootFields = 30
const mostAliases = 30
const mostDirectives = 5
/** Fragments within fragments, at most. */
const deepestFragments = 20
/** Fields of an operation with its fragments written out, at most: more than its words can hold otherwise. */
const mostFields = 3_000

/**
 * A validation rule: an operation nests its fields 12 deep, has 30 fields at its root, 30 aliases and 3,000 fields in all,
 * and nothing in it bears more than five directives. Reading the schema itself nests deeper, and is exempt from that: it
 * needs a right of its own.
 */
export function sizeLimits(context: ValidationContext): ASTVisitor {
  const fragment = (name: string): FragmentDefinitionNode | null => context.getFragment(name) ?? null
  const sum = (a: number, b: number): number => a + b
  const holdDirectives = (directives: readonly unknown[] = []): void => {
    if (directives.length > mostDirectives)
      refuse(context, `There are ${directives.length} directives at one place; ${mostDirectives} at most. Write each once.`)
  }
  return {
    // Where a kind of node has a visitor of its own, that one is asked instead.
    enter(node) {
      if ('directives' in node) holdDirectives(node.directives)
    },
    OperationDefinition: {
      enter({ selectionSet, directives }) {
        holdDirectives(directives)
        const root = measuring(fragment, { ofField: () => 1, together: sum })(selectionSet)
        if (root > mostRootFields)
          refuse(context, `The operation has ${root} fields at its root; ${mostRootFields} at most. Ask in several.`)
        const depth = measuring(fragment, {
          ofField: (below, name) => (name.startsWith('__') ? 0 : 1 + below()),
          together: Math.max,
        })(selectionSet)
        if (depth > deepest)
          refuse(context, `The operation nests ${depth} deep; ${deepest} at most. Ask for the rest on its own.`)
        const fragments = measuring(fragment, {
          ofField: (below) => below(),
          ofFragment: (below) => 1 + below(),
          together: Math.max,
        })(selectionSet)
        if (fragments > deepestFragments)
          refuse(context, `Fragments stand ${fragments} deep within fragments; ${deepestFragments} at most. Write out some.`)
        const aliases = measuring(fragment, {
          ofField: (below, _name, isAlias) => (isAlias ? 1 : 0) + below(),
          together: sum,
        })(selectionSet)
        if (aliases > mostAliases)
          refuse(context, `The operation has ${aliases} aliases; ${mostAliases} at most. Ask in several.`)
        const fields = measuring(fragment, { ofField: (below) => 1 + below(), together: sum })(selectionSet)
        if (fields > mostFields)
          refuse(
            context,
            `With its fragments written out the operation has ${fields.toLocaleString('en')} fields; ${mostFields.toLocaleString('en')} at most. Ask in several.`,
          )
      },
    },
  }
}

const refuse = (context: ValidationContext, message: string): void => context.reportError(new GraphQLError(message))

interface Measure {
  /** What a field counts; `below` measures what is asked of it. */
  readonly ofField: (below: () => number, name: string, isAlias: boolean) => number
  /** What a fragment counts; default: what is in it. */
  readonly ofFragment?: (below: () => number) => number
  /** What two selections count, side by side. */
  readonly together: (one: number, other: number) => number
}

/**
 * Measures selections through their fragments. Each fragment is measured once, so that fragments that spread each other
 * many times cost no more than their text; one that spreads itself is refused by another rule, and counts nothing here.
 */
function measuring(
  fragment: (name: string) => FragmentDefinitionNode | null,
  { ofField, ofFragment = (below) => below(), together }: Measure,
) {
  const known = new Map<string, number>()
  const all = ({ selections }: SelectionSetNode): number => selections.map(one).reduce((count, next) => together(count, next), 0)
  const one = (selection: SelectionNode): number => {
    if (selection.kind === Kind.INLINE_FRAGMENT) return ofFragment(() => all(selection.selectionSet))
    if (selection.kind === Kind.FRAGMENT_SPREAD) return ofFragment(() => spread(selection.name.value))
    const { name, alias, selectionSet } = selection
    return ofField(() => (selectionSet ? all(selectionSet) : 0), name.value, alias !== undefined)
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
