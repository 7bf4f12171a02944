/**
 * Why something is refused. `value`: what was given can't be. `reference`: it names something that is not there, or that the
 * viewer may not see. `state`: it can't be done as things are.
 */
export type RefusalKind = 'value' | 'reference' | 'state'

/** What was asked for is not done, for a reason that whoever asked can do something about; it becomes data, not an error. */
export class Refusal extends Error {
  override name = 'Refusal'
  /** Where in the input, from its root. */
  readonly path: readonly string[] | null
  readonly kind: RefusalKind

  constructor(message: string, path: readonly string[] | null = null, kind: RefusalKind = 'state') {
    super(message)
    this.path = path
    this.kind = kind
  }
}

/** What `work` gives, or its refusal as the type named: one for all, or one for each kind. */
export async function orRefused<Result, Name extends string>(
  name: Name | Readonly<Record<RefusalKind, Name>>,
  work: Promise<Result>,
) {
  try {
    return await work
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const { message, path, kind } = error
    return { __typename: typeof name === 'string' ? name : name[kind], message, path }
  }
}
