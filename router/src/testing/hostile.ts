/** A request that someone sends who means harm, or whose program has gone wrong. */
export interface Hostile {
  readonly name: string
  readonly body: string
  readonly method?: string
  readonly search?: string
  readonly headers?: Readonly<Record<string, string>>
}

const many = (count: number, of: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => of(index)).join(' ')
const operation = (query: string, rest: Readonly<Record<string, unknown>> = {}): string => JSON.stringify({ query, ...rest })
const json = { 'content-type': 'application/json' }
/** JSON that nests so deep: text, since writing it from values would nest as deep. */
const nested = (depth: number, open: string, close: string): string => `${open.repeat(depth)}1${close.repeat(depth)}`

/** Operations that would keep a naive server busy, or break it. Each must be refused at once, with a 4xx and a reason. */
const operations: readonly Hostile[] = [
  ['nesting without end', '{ me { '.repeat(1_400)],
  ['fields nested forty deep', `${'{ orders { nodes { customer '.repeat(14)}{ id } ${'} } }'.repeat(14)}`],
  ['a thousand aliases of one field', `{ ${many(740, (index) => `a${index}: __typename`)} }`],
  ['aliases beneath a field', `{ me { ${many(700, (index) => `a${index}: roles`)} } }`],
  ['thirty-one roots', `{ ${many(31, (index) => `a${index}: territories { id }`)} }`],
  [
    'fragments that double at each step',
    `{ me { ...F0 } } ${many(60, (index) => `fragment F${index} on Me { ...F${index + 1} x${index}: roles ...F${index + 1} }`)} fragment F60 on Me { roles }`,
  ],
  ['fragments that spread themselves', '{ me { ...A } } fragment A on Me { user { id } ...B } fragment B on Me { roles ...A }'],
  ['a fragment that spreads itself', '{ me { ...A } } fragment A on Me { ...A }'],
  ['two hundred fragments that nobody spreads', `{ me { roles } } ${many(200, (index) => `fragment F${index} on Me { roles }`)}`],
  ['the same field seven hundred times', `{ me { ${'user { id } '.repeat(500)} } }`],
  ['the same fields, layer by layer', `{ me { ${`companies { ${'name '.repeat(25)} } `.repeat(25)} } }`],
  ['inline fragments within each other', `{ ${'... { '.repeat(990)}__typename ${'} '.repeat(990)} }`],
  ['a flood of directives', `{ me ${'@include(if: true) '.repeat(400)} { roles } }`],
  ['a flood of directives that nobody knows', `{ me ${'@x '.repeat(1_400)} { roles } }`],
  ['a thousand unknown fields', `{ ${many(1_400, (index) => `x${index}`)} }`],
  ['a thousand unknown arguments', `{ orders(${many(700, (index) => `x${index}: 1`)}) { totalCount } }`],
  ['seven hundred variables', `query (${many(700, (index) => `$v${index}: Int`)}) { __typename }`],
  ['five hundred operations', many(500, (index) => `query Q${index} { __typename }`)],
  ['more words than are read', `{ ${'a '.repeat(100_000)} }`],
  ['a text of 100 kB where a name is searched', `{ salesMembers(dimension: ${'X'.repeat(100_000)}) { label } }`],
  ['a number of ten thousand digits', `{ orders(first: ${'9'.repeat(10_000)}) { totalCount } }`],
  ['lists within lists', `{ order(id: ${nested(1_400, '[', ']')}) { id } }`],
  ['objects within objects', `{ salesMetrics(query: ${nested(900, '{ metrics: ', ' }')}) { rowCount } }`],
  ['a page of a million', '{ customers(first: 1000000) { nodes { orders(first: 1000000) { nodes { id } } } } }'],
  [
    'pages of a thousand within pages of a thousand',
    '{ customers(first: 1000) { nodes { orders(first: 1000) { nodes { id } } } } }',
  ],
  ['a control character', '{ me { \u0000 roles } }'],
  ['letters that only look like others', '{ mе { roles } }'],
  ['an escape that is half a character', '{ order(id: "\\uD800") { id } nothing }'],
  ['a schema in place of an operation', 'type Query { me: String }'],
  ['a subscription that there is not', 'subscription { nothing { id } }'],
  [
    'introspection that goes round in circles',
    `{ __schema { types ${'{ fields { type '.repeat(12)} { name } ${'} }'.repeat(12)} } }`,
  ],
].map(([name = '', query = '']) => ({ name, body: operation(query), headers: json }))

const bodies: readonly Hostile[] = [
  {
    name: 'JSON that nests a hundred thousand deep',
    body: `{"query":"{ __typename }","variables":{"a":${nested(100_000, '[', ']')}}}`,
    headers: json,
  },
  {
    name: 'variables that nest a thousand deep',
    body: `{"query":"{ __typename }","variables":{"a":${nested(1_000, '{"a":', '}')}}}`,
    headers: json,
  },
  {
    name: 'extensions that nest a thousand deep',
    body: `{"query":"{ __typename }","extensions":{"a":${nested(1_000, '[', ']')}}}`,
    headers: json,
  },
  { name: 'the same key twice, with another operation', body: '{"query":"{ __typename }","query":"{ nothing }"}', headers: json },
  { name: 'a key that is the prototype of all objects', body: '{"__proto__":{"query":"{ __typename }"}}', headers: json },
  {
    name: 'a list of a thousand operations',
    body: JSON.stringify(Array(1_000).fill({ query: '{ __typename }' })),
    headers: json,
  },
  { name: 'a body that is null', body: 'null', headers: json },
  { name: 'a body that is not UTF-8', body: '\uFFFE{"query"', headers: json },
  { name: 'a body of half a megabyte', body: operation(`{ __typename } #${'x'.repeat(500_000)}`), headers: json },
  {
    name: 'an upload in many parts',
    body: '--x\r\ncontent-disposition: form-data; name="operations"\r\n\r\n{"query":"{ __typename }"}\r\n--x--',
    headers: { 'content-type': 'multipart/form-data; boundary=x' },
  },
  {
    name: 'a form of another site',
    body: 'query=%7B__typename%7D',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  },
  { name: 'an operation without its type', body: operation('{ __typename }'), headers: { 'content-type': 'text/plain' } },
  { name: 'a change by GET', body: '', method: 'GET', search: '?query=mutation%20%7B%20signOut%20%7D' },
  { name: 'an operation by PUT', body: operation('{ __typename }'), method: 'PUT', headers: json },
  {
    name: 'a hash of another operation',
    body: operation('{ __typename }', { extensions: { persistedQuery: { version: 1, sha256Hash: '0'.repeat(64) } } }),
    headers: json,
  },
  { name: 'an operation that is not there', body: operation('query A { __typename }', { operationName: 'B' }), headers: json },
  { name: 'a name that is a list', body: operation('{ __typename }', { operationName: ['A'] }), headers: json },
  {
    name: 'a variable of another type',
    body: operation('query ($first: Int) { orders(first: $first) { totalCount } }', { variables: { first: 'all' } }),
    headers: json,
  },
  {
    name: 'a variable that is a number beyond all numbers',
    body: '{"query":"query ($first: Int) { orders(first: $first) { totalCount } }","variables":{"first":1e999}}',
    headers: json,
  },
]

export const hostileRequests: readonly Hostile[] = [...operations, ...bodies]
