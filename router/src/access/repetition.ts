import { type ASTVisitor, GraphQLError, Kind, type SelectionSetNode, type ValidationContext } from 'graphql'

/**
 * Pairs of fields that answer under the same name, at most. Whether two of them can be merged is checked pair by pair, so
 * that seven hundred times the same field would keep the process busy for the better part of a second.
 */
const mostPairs = 3_000

/** A validation rule, to be held before the usual ones: an operation does not write the same field again and again. */
export function repetitionLimit(context: ValidationContext): ASTVisitor {
  return {
    OperationDefinition({ selectionSet }) {
      const { pairs, most } = repeated(context, [selectionSet])
      if (pairs <= mostPairs) return
      context.reportError(
        new GraphQLError(
          `The operation repeats fields too often: ${most.name} stands in it ${most.count} times. Ask for it once.`,
        ),
      )
    },
  }
}

interface Repeated {
  readonly pairs: number
  readonly most: { readonly name: string; readonly count: number }
}

/** Counts pairs of fields under the same name among selections that answer as one, and beneath them. */
function repeated(context: ValidationContext, together: readonly SelectionSetNode[]): Repeated {
  const fields = new Map<string, { count: number; below: SelectionSetNode[] }>()
  const spread = new Set<string>()
  const collect = ({ selections }: SelectionSetNode): void => {
    for (const selection of selections) {
      if (selection.kind === Kind.INLINE_FRAGMENT) collect(selection.selectionSet)
      else if (selection.kind === Kind.FRAGMENT_SPREAD) {
        const fragment = spread.has(selection.name.value) ? undefined : context.getFragment(selection.name.value)
        spread.add(selection.name.value)
        if (fragment) collect(fragment.selectionSet)
      } else {
        const name = (selection.alias ?? selection.name).value
        const field = fields.get(name) ?? { count: 0, below: [] }
        fields.set(name, field)
        field.count += 1
        if (selection.selectionSet) field.below.push(selection.selectionSet)
      }
    }
  }
  for (const selectionSet of together) collect(selectionSet)
  let pairs = 0
  let most = { name: '', count: 0 }
  for (const [name, { count, below }] of fields) {
    const inner = below.length > 0 ? repeated(context, below) : { pairs: 0, most }
    pairs += (count * (count - 1)) / 2 + inner.pairs
    for (const candidate of [{ name, count }, inner.most]) if (candidate.count > most.count) most = candidate
    if (pairs > mostPairs) break
  }
  return { pairs, most }
}
