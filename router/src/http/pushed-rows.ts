import { Kind, parse } from 'graphql'
import { mostTokens } from '../access/limits.ts'

/** Who may push rows, in requests larger than others. */
export const pushingScope = 'import:write'

/** Whether an operation asks for importRows, once, and for nothing beside it. */
export function pushesRows(query: string | undefined): boolean {
  const [operation, ...others] = definitions(query)
  if (operation?.kind !== Kind.OPERATION_DEFINITION || others.length > 0) return false
  const [field, ...more] = operation.selectionSet.selections
  return field?.kind === Kind.FIELD && field.name.value === 'importRows' && more.length === 0
}

/** Of what can't be read the server says why; here it merely is no push. */
function definitions(query = '') {
  try {
    return parse(query, { maxTokens: mostTokens, noLocation: true }).definitions
  } catch {
    return []
  }
}
