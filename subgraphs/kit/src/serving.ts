type Machinery = '__resolveReference' | '__isTypeOf' | '__resolveType'

/**
 * Resolvers of a type whose rows are `Row`: every field that the row lacks must have one.
 * So a field that the SDL declares and nobody serves does not compile.
 */
export type Serving<Resolvers, Row> = Resolvers & Required<Pick<Resolvers, Exclude<keyof Resolvers, keyof Row | Machinery>>>
