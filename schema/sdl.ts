import { readFileSync } from 'node:fs'
import type { DocumentNode } from 'graphql'
import { parse } from 'graphql'

/**
 * The domains whose subgraphs make up the graph. A name that people use for figures of several, such as revenue, belongs
 * to the first of them that the company has facts for.
 */
export const domains = ['auth', 'sales', 'finance', 'products', 'hr', 'risk', 'ai'] as const

export type Domain = (typeof domains)[number]

const read = (file: string): string => readFileSync(new URL(file, import.meta.url), 'utf8')

/** The SDL of one subgraph: what all share, then its own. */
export function subgraphSdl(domain: Domain): string {
  return `${read('common.graphql')}\n${read(`${domain}.graphql`)}`
}

/** The SDL of one subgraph, parsed. */
export function subgraphDocument(domain: Domain): DocumentNode {
  return parse(subgraphSdl(domain))
}

/** The composed graph for routers, as `npm run compose` last wrote it. */
export function supergraphSdl(): string {
  return read('supergraph.graphql')
}

/** The graph as clients see it, as `npm run compose` last wrote it. */
export function apiSdl(): string {
  return read('api.graphql')
}
