import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { composeServices } from '@apollo/composition'
import { parse, print, printSchema } from 'graphql'
import { unclassifiedFields } from './classification.ts'
import { type Domain, domains, subgraphSdl } from './sdl.ts'
import { wrapLists } from './wrap-lists.ts'

/** The graph could not be composed; the message lists every reason. */
export class CompositionError extends Error {
  override name = 'CompositionError'
}

/** What composing gives: the supergraph for routers, and the API schema that clients see. */
export interface Composed {
  supergraph: string
  api: string
}

/**
 * Composes the subgraphs into one graph.
 * Fails on a composition error, on any hint that subgraphs disagree (an input field or an enum value that one of
 * them lacks is otherwise dropped in silence), and on a field that nobody classified as public, authenticated or scoped.
 * @param sdlOf gives each domain's SDL; tests pass their own.
 */
export function compose(sdlOf: (domain: Domain) => string = subgraphSdl): Composed {
  const services = domains.map((name) => ({ name, url: `http://${name}.subgraph`, typeDefs: parse(sdlOf(name)) }))
  const result = composeServices(services)
  if (result.errors) throw new CompositionError(result.errors.map((error) => error.message).join('\n'))
  const disagreements = result.hints.filter((hint) => hint.definition.code.startsWith('INCONSISTENT_'))
  if (disagreements.length > 0) throw new CompositionError(disagreements.map((hint) => hint.message).join('\n'))
  const unclassified = unclassifiedFields(result.supergraphSdl)
  if (unclassified.length > 0) {
    throw new CompositionError(
      `Say who may read these, with @public, @authenticated or @requiresScopes:\n${unclassified.join('\n')}`,
    )
  }
  return {
    supergraph: `${print(parse(result.supergraphSdl))}\n`,
    api: `${printSchema(result.schema.toAPISchema().toGraphQLJSSchema())}\n`,
  }
}

/** Composes the subgraphs and writes `supergraph.graphql` and `api.graphql`. @throws CompositionError; nothing is written then. */
export function writeComposed(): void {
  const { supergraph, api } = compose()
  writeFileSync(fileURLToPath(new URL('supergraph.graphql', import.meta.url)), supergraph)
  writeFileSync(fileURLToPath(new URL('api.graphql', import.meta.url)), api)
}

/** Wraps the lists of every SDL file that people write, in place. */
function wrapSources(): void {
  for (const name of [...domains, 'common']) {
    const file = fileURLToPath(new URL(`${name}.graphql`, import.meta.url))
    const sdl = readFileSync(file, 'utf8')
    const wrapped = wrapLists(sdl)
    if (wrapped !== sdl) writeFileSync(file, wrapped)
  }
}

if (import.meta.main) {
  try {
    wrapSources()
    writeComposed()
  } catch (error) {
    if (!(error instanceof CompositionError)) throw error
    console.error(error.message)
    process.exitCode = 1
  }
}
