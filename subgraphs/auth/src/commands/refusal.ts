/** What was asked for is not done, for a reason that whoever asked can do something about; it becomes data, not an error. */
export class Refusal extends Error {
  override name = 'Refusal'
  /** Where in the input, from its root. */
  readonly path: readonly string[] | null

  constructor(message: string, path: readonly string[] | null = null) {
    super(message)
    this.path = path
  }
}

/** What `work` gives, or its refusal as the type named. */
export async function orRefused<Result, Name extends string>(name: Name, work: Promise<Result>) {
  try {
    return await work
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { __typename: name, message: error.message, path: error.path }
  }
}
