import { domains } from '@aems/schema/sdl.ts'
import type { Changes } from './watch.ts'

const web = 'web/gql/'
const typesOf = (domain: string): string => `subgraphs/${domain}/src/graph.generated.ts`

/** What `codegen.ts` has to generate anew after these changes. The web application reads the whole graph, a subgraph its own SDL. */
export function outputsAfter(changes: Changes): readonly string[] {
  const schema = [...changes].flatMap(([file, change]) => (change === 'schema' ? [file] : []))
  const subgraphs = domains.filter(
    (domain) => schema.includes('schema/common.graphql') || schema.includes(`schema/${domain}.graphql`),
  )
  const operations = schema.length > 0 || [...changes.values()].includes('operations')
  return [...subgraphs.map(typesOf), ...(operations ? [web] : [])]
}
