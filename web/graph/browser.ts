'use client'
import { ApolloClient, HttpLink, InMemoryCache } from '@apollo/client'
import { sessionHeaders } from './headers.ts'

let client: ApolloClient | undefined

/** The graph as the browser sees it: through the web's own origin, with the session in cookies. */
export function browserGraph(): ApolloClient {
  client ??= new ApolloClient({
    link: new HttpLink({ uri: '/graphql', headers: sessionHeaders, credentials: 'same-origin' }),
    cache: new InMemoryCache({
      // Figures have no identity of their own: they live and die with their query.
      typePolicies: { MetricTable: { keyFields: false }, Answer: { keyFields: ['id'] } },
    }),
  })
  return client
}
