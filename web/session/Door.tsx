import type { ReactNode } from 'react'
import { Contributions } from '../components/charts/Contributions.tsx'

/** An invented company, to show what waits behind the door. */
const example = [
  { name: 'Northwest', value: '-207000', named: true },
  { name: 'Southeast', value: '-42000' },
  { name: 'Northeast', value: '-38000' },
  { name: 'Central', value: '-31000' },
  { name: 'Five others', value: '-38000' },
  { name: 'Southwest', value: '16000' },
] as const

/** The frame of pages that stand before the product: a form, and beside it what it opens. */
export function Door({ children }: { readonly children: ReactNode }) {
  return (
    <div className="door">
      <main>
        <div className="brand">
          <b aria-hidden="true">A</b>
          <span>A-EMS</span>
        </div>
        {children}
        <p className="meta mt-auto pt-8">Runs on your own machine.</p>
      </main>
      <aside className="scene" aria-hidden="true">
        <Contributions rows={example} measure={{ unit: 'COUNT' }} />
        <p className="say mt-8">
          Revenue fell 8.1{'\u202f'}% in March; Northwest explains 61{'\u202f'}%.
        </p>
        <p className="muted mt-3 max-w-[46ch]">
          What changed, and why. Every figure opens to the rows it is made of. These figures are an example.
        </p>
      </aside>
    </div>
  )
}
