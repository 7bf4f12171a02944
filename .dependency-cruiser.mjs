// Who may import whom: as CONTRIBUTING.md tells, held by `npm run check`.

/** Every domain has a subgraph and tables of its own. */
const domains = ['auth', 'products', 'sales', 'ai', 'finance', 'risk', 'hr']
const others = (domain) => `(?:${domains.filter((other) => other !== domain).join('|')})`

/** Tests and their harness may reach whatever they test. */
const tests = '(?:/test/|/testing/|[.]test[.]tsx?$|^drizzle/testing[.]ts$)'

const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to })

/** No domain knows another's code or tables. */
const strangers = domains.map((domain) =>
  forbid(
    `${domain}-knows-no-other-domain`,
    'A domain learns of another only through the graph, or through a projection in its own schema.',
    { path: `^subgraphs/${domain}/`, pathNot: tests },
    { path: `^(?:subgraphs|drizzle)/${others(domain)}/` },
  ),
)

export default {
  forbidden: [
    ...strangers,
    forbid(
      'subgraphs-import-kit-and-drizzle',
      'A subgraph stands on kit, its own tables and the database client; it does not know who calls it.',
      { path: '^subgraphs/', pathNot: tests },
      { path: '^(?:router|web|infra|codegen[.]ts)' },
    ),
    forbid(
      'subgraphs-import-database-client-only',
      'Of drizzle, a subgraph imports its own domain, the client, ids and import records; migrations are not its business.',
      { path: '^subgraphs/(?!auth/)', pathNot: tests },
      { path: '^drizzle/(?:migrate|provision|roles|demo/|import/)' },
    ),
    forbid(
      'catalogue-for-ai-and-router',
      'Metrics are read out of the composed graph by ai and router; a domain has its own definitions.',
      { path: '^subgraphs/(?:auth|products|sales|finance|risk|hr)/', pathNot: tests },
      { path: '^schema/catalogue[.]ts$' },
    ),
    forbid(
      'kit-knows-no-domain',
      'What all share depends on none of them.',
      { path: '^subgraphs/kit/', pathNot: tests },
      {
        path: `^(?:subgraphs|drizzle)/(?:${domains.join('|')})/`,
      },
    ),
    forbid(
      'router-imports-schema-and-kit',
      'The router knows subgraphs as objects that are handed to it, or by their addresses.',
      { path: '^router/', pathNot: tests },
      { path: `^(?:subgraphs/(?:${domains.join('|')})/|drizzle/|web/|infra/)` },
    ),
    forbid(
      'gateway-in-one-folder',
      'Elastic License 2.0: imported from one folder, so that another gateway can take its place.',
      { pathNot: '^router/src/gateway/' },
      { path: 'node_modules/@apollo/(?:gateway|query-planner)/' },
    ),
    forbid(
      'composition-in-one-file',
      'Elastic License 2.0: imported where the graph is composed, and nowhere else.',
      { path: '^(?:schema|router|subgraphs|drizzle|infra|web)/', pathNot: '^schema/(?:compose[.]ts|test/)' },
      { path: 'node_modules/@apollo/(?:composition|federation-internals|query-graphs)/' },
    ),
    forbid(
      'web-knows-the-graph-alone',
      'The web application knows the graph only through its generated operations.',
      { path: '^web/', pathNot: tests },
      { path: '^(?:schema|router|subgraphs|drizzle|infra)/' },
    ),
    forbid(
      'resolvers-delegate',
      'A resolver delegates to data, domain and kit; SQL has its place in data.',
      { path: '^subgraphs/[^/]+/src/resolvers/', pathNot: tests },
      { path: '(?:^drizzle/|(?:^|/)node_modules/(?:drizzle-orm|postgres)/)', dependencyTypesNot: ['type-only'] },
    ),
    forbid(
      'data-does-not-resolve',
      'Data is under the resolvers, and does not know them.',
      { path: '^subgraphs/[^/]+/src/(?:data|metrics)/', pathNot: tests },
      { path: '^subgraphs/(?!kit/)[^/]+/src/(?:resolvers|main|subgraph|context)' },
    ),
    forbid(
      'domain-is-pure',
      'Rules do no input or output and know no GraphQL and no database: they can be tested with values alone.',
      { path: '^subgraphs/[^/]+/src/domain/', pathNot: tests },
      {
        path: '(?:^drizzle/|^subgraphs/[^/]+/src/(?:data|metrics|resolvers|context|subgraph|main)|(?:^|/)node_modules/(?:graphql|@apollo/[^/]+|drizzle-orm|postgres|pino)/)',
        dependencyTypesNot: ['type-only'],
      },
    ),
    forbid(
      'domain-does-no-io',
      'The same, for what Node brings.',
      { path: '^subgraphs/[^/]+/src/domain/', pathNot: tests },
      { dependencyTypes: ['core'], pathNot: '^(?:node:)?(?:crypto|assert|util)$' },
    ),
    forbid(
      'nobody-imports-infra',
      'infra puts the parts together; none of them knows it.',
      {
        path: '^(?:schema|drizzle|subgraphs|router|web)/',
        pathNot: tests,
      },
      { path: '^infra/' },
    ),
    forbid(
      'no-cycles',
      'A cycle of imports has no bottom to understand it from.',
      {},
      { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    ),
    forbid('no-unresolvable', 'An import that leads nowhere.', { pathNot: '^web/' }, { couldNotResolve: true }),
  ],
  options: {
    parser: 'swc',
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(?:[.]next|web/gql|[.]data|router/explorer/dist)/' },
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.js'],
    },
  },
}
