import { createHash } from 'node:crypto'
import {
  type DocumentNode,
  GraphQLError,
  type GraphQLFormattedError,
  type GraphQLSchema,
  Kind,
  NoFragmentCyclesRule,
  type OperationTypeNode,
  parse,
  specifiedRules,
  type ValidationRule,
  validate,
} from 'graphql'
import { mostTokens, sizeLimits } from './limits.ts'
import { repetitionLimit } from './repetition.ts'

/** An operation's text, parsed and found valid, or why it can't run. */
export type Prepared = { readonly document: DocumentNode } | { readonly errors: readonly GraphQLFormattedError[] }

/** Operations, parsed and checked against the schema once for as long as they come again. */
export interface Operations {
  prepare(text: string): Prepared
  /** A text's document by the SHA-256 of it, in hexadecimal, where it was prepared before. */
  prepared(hash: string): DocumentNode | undefined
}

/** Each stage keeps what follows cheap, however an operation is written; the usual rules come last. */
const stages: readonly (readonly ValidationRule[])[] = [[NoFragmentCyclesRule, sizeLimits], [repetitionLimit], specifiedRules]
const mostErrors = 20

/** What is kept parsed, at most: operations, and characters of their texts. A parsed one takes some hundred times its text. */
const keptOperations = 1_000
const keptCharacters = 500_000

/** Prepares operations of clients for a schema. */
export function operationsOf(schema: GraphQLSchema): Operations {
  const kept = new Map<string, DocumentNode>()
  let characters = 0
  return {
    prepare(text) {
      const hash = createHash('sha256').update(text).digest('hex')
      const known = kept.get(hash)
      if (known) return { document: known }
      const made = checked(schema, text)
      if ('errors' in made) return made
      if (kept.size >= keptOperations || characters + text.length > keptCharacters) {
        kept.clear()
        characters = 0
      }
      kept.set(hash, made.document)
      characters += text.length
      return made
    },
    prepared: (hash) => kept.get(hash),
  }
}

function checked(schema: GraphQLSchema, text: string): Prepared {
  try {
    const document = parse(text, { maxTokens: mostTokens })
    const unknown = kindsOf(document).find((kind) => !schema.getRootType(kind))
    if (unknown) return { errors: [refusal(new GraphQLError(`The graph has no ${unknown}s.`))] }
    for (const rules of stages) {
      const errors = validate(schema, document, rules, { maxErrors: mostErrors })
      if (errors.length > 0) return { errors: errors.map(refusal) }
    }
    return { document }
  } catch (error) {
    if (error instanceof GraphQLError) return { errors: [refusal(error)] }
    // Lists within lists are read by functions that call themselves: the deepest that the limit of words admits are too deep.
    if (error instanceof RangeError) return { errors: [refusal(new GraphQLError('The operation nests too deep to be read.'))] }
    throw error
  }
}

const kindsOf = ({ definitions }: DocumentNode): OperationTypeNode[] =>
  definitions.flatMap((node) => (node.kind === Kind.OPERATION_DEFINITION ? [node.operation] : []))

const refusal = (error: GraphQLError): GraphQLFormattedError => ({
  ...error.toJSON(),
  extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
})
