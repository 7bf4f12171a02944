import { afresh } from './afresh.ts'
import { answer } from './worker.ts'

// Composes the graph, over and over, for `npm run dev`: Apollo's composition is loaded and compiled by the time of a change.

const composition = async (): Promise<typeof import('@aems/schema/compose.ts')> =>
  import(afresh(import.meta.resolve('@aems/schema/compose.ts')))

answer(async () => {
  const { writeComposed } = await composition()
  writeComposed()
  return null
})

// Composing once for nothing halves the time of the next.
const { compose } = await composition()
try {
  compose()
} catch {
  // It is said when it is asked for.
}
