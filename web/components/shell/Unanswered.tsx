import type { GraphFault } from '../../graph/request.ts'
import { RetryButton } from '../tile/RetryButton.tsx'

/** Instead of a page, where the graph gave nothing at all: what happened, what holds, what to do. */
export function Unanswered({ faults }: { readonly faults: readonly GraphFault[] }) {
  return (
    <main className="mx-auto max-w-[560px] p-8" role="alert">
      <h1>The graph did not answer</h1>
      <p className="lede">{faults[0]?.message ?? 'Nothing is lost; try again in a moment.'}</p>
      <RetryButton />
    </main>
  )
}
