import { createGraphiQLFetcher } from '@graphiql/toolkit'
import { GraphiQL } from 'graphiql'
import { examples } from './examples.ts'
import { headers, type Me, signOut } from './graph.ts'

const fetcher = createGraphiQLFetcher({ url: '/graphql', headers })

/** GraphiQL over the graph, with the rights of whoever is signed in. `?query=&variables=` opens an operation. */
export function Explorer({ me, onSignedOut }: { me: Me; onSignedOut: () => void }) {
  const address = new URLSearchParams(location.search)
  const query = address.get('query')
  const variables = address.get('variables')
  return (
    <GraphiQL
      fetcher={fetcher}
      isHeadersEditorEnabled={false}
      {...(query ? { initialQuery: query } : {})}
      {...(variables ? { initialVariables: variables } : {})}
      defaultTabs={examples}
      shouldPersistHeaders={false}
    >
      <GraphiQL.Logo>
        <span className="who">
          <b>A-EMS</b> {me.company?.name ?? 'No company'} · {me.user.name}
          <button type="button" onClick={() => signOut().then(onSignedOut, onSignedOut)}>
            Sign out
          </button>
        </span>
      </GraphiQL.Logo>
    </GraphiQL>
  )
}
