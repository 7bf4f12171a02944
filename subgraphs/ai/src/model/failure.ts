/** The model did not plan the question; `message` goes on from “the model …”, for the asker; `detail` is for the log. */
export class ModelFailure extends Error {
  override name = 'ModelFailure'
  readonly detail: string

  constructor(message: string, detail: string = message) {
    super(message)
    this.detail = detail
  }
}
