import type { GraphFault } from '../../graph/request.ts'
import type { TileState } from './Tile.tsx'

/** What a field of an operation brought, as the state of a tile. */
export function outcome<Data>(
  field: string,
  data: Data | null | undefined,
  faults: readonly GraphFault[],
  /** What would fill it, where `data` holds nothing to show. */
  empty: { readonly title: string; readonly remedy: string; readonly when: (data: Data) => boolean },
): TileState<Data> {
  if (data != null)
    return empty.when(data) ? { state: 'empty', title: empty.title, remedy: empty.remedy } : { state: 'ready', data }
  const fault = faults.find((each) => each.field === field) ?? faults.find((each) => each.field === undefined)
  if (fault?.code === 'FORBIDDEN')
    return {
      state: 'empty',
      title: 'You may not see this',
      remedy: 'Your role does not include it. An owner of the company can grant it.',
    }
  if (fault?.code === 'BAD_INPUT') return { state: 'empty', title: 'This cannot be shown so', remedy: fault.message }
  return {
    state: 'error',
    title: 'This part did not answer',
    message: fault?.message ?? 'The other parts of the page are complete.',
  }
}
