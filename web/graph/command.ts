import type { TypedDocumentNode } from '@graphql-typed-document-node/core'
import { browserGraph } from './browser.ts'

/** Why a command was not carried out, in words for the reader, and which field of its form is at fault. */
export interface Refused {
  readonly message: string
  readonly field: string | null
}

/** What a command did; or why it did nothing. */
export type Outcome<Done> = { readonly done: Done; readonly refused: null } | { readonly done: null; readonly refused: Refused }

interface Refusal {
  readonly message: string
  readonly path?: readonly string[] | null
}

/** What is left of a union of results without its refusals. */
type Done<Result> = Exclude<Result, Refusal>

/**
 * Carries out a command of the graph, whose field the operation calls `result`. Never throws: a graph that does not answer
 * refuses as well.
 */
export async function command<Result extends object, Variables extends Record<string, unknown>>(
  mutation: TypedDocumentNode<{ readonly result?: Result | null }, Variables>,
  variables: Variables,
): Promise<Outcome<Done<Result>>> {
  try {
    const { data, error } = await browserGraph().mutate({ mutation, variables, errorPolicy: 'all', fetchPolicy: 'no-cache' })
    const result = data?.result
    if (!result) return refusedFor(error?.message ?? 'The graph did not answer. Nothing was changed; try again in a moment.')
    if (isDone(result)) return { done: result, refused: null }
    const { message, path } = refusalOf(result)
    return refusedFor(message, path.at(-1) ?? null)
  } catch {
    return refusedFor('The graph did not answer. Whether the change was made shows when the page is loaded anew.')
  }
}

/** A command that did nothing. */
export const refusedFor = (message: string, field: string | null = null): { done: null; refused: Refused } => ({
  done: null,
  refused: { message, field },
})

function isDone<Result extends object>(result: Result): result is Done<Result> {
  return !('message' in result)
}

function refusalOf(result: object): { message: string; path: readonly string[] } {
  return {
    message: 'message' in result ? String(result.message) : '',
    path: 'path' in result && Array.isArray(result.path) ? result.path.map(String) : [],
  }
}
