/** What stands behind the question mark, as Next hands it to a page. */
export type SearchParams = Promise<Readonly<Record<string, string | string[] | undefined>>>

/** A parameter that stands there once. */
export function single(value: string | string[] | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined
}
