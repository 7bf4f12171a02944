import { z } from 'zod'
import { onInterrupt } from '../command/interrupt.ts'
import { graphOptionsSchema, startGraph } from '../embedded/graph.ts'

// A graph that `npm run dev` starts anew after each change. Its modules are loaded at once; it listens when it is told
// how, which is when the one before it has let go of the port.
process.once('message', (message) => {
  startGraph(graphOptionsSchema.parse(message)).then(
    (graph) => {
      onInterrupt(graph.stop)
      process.send?.({ url: graph.url })
    },
    (error: unknown) => {
      console.error(error instanceof z.ZodError ? z.prettifyError(error) : error)
      process.exit(1)
    },
  )
})
process.once('disconnect', () => process.exit(0))
