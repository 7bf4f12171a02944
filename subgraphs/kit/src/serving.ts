type Machinery = '__resolveReference' | '__isTypeOf' | '__resolveType'

/**
 * Resolvers of a type whose rows are `Row`: every field that the row lacks must have one.
 * So a field that the SDL declares and nobody serves does not compile.
 */
export type Serving<Resolvers, Row> = Resolvers & Required<Pick<Resolvers, Exclude<keyof Resolvers, keyof Row | Machinery>>>

/** Names that a row has; a root has no row, and none of them. */
type Own<Row> = string extends keyof Row ? never : keyof Row

/** The fields of a type that its row lacks: somebody must serve them. */
type Lacking<Resolvers, Row> = Exclude<keyof NonNullable<Resolvers>, Own<Row> | Machinery>

/**
 * Resolvers of a subgraph's types, among them every type whose row lacks some of its fields: one that the SDL declares and
 * nobody serves does not compile. The two parameters are what is generated as `Resolvers` and `ResolversParentTypes`.
 */
export type ServingAll<Resolvers, Rows> = { readonly [Name in keyof Resolvers]?: object } & {
  readonly [Name in keyof Resolvers & keyof Rows as Lacking<Resolvers[Name], Rows[Name]> extends never ? never : Name]-?: object
}
