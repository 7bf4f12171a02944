'use client'
import { useQuery } from '@apollo/client/react'
import { Dialog } from 'radix-ui'
import { type ReactNode, useMemo } from 'react'
import { Delta } from '../components/figures/Delta.tsx'
import { Figure } from '../components/figures/Figure.tsx'
import { TileBody } from '../components/tile/Tile.tsx'
import { signedText } from '../format/figure.ts'
import { periodName } from '../format/period.ts'
import { browserGraph } from '../graph/browser.ts'
import { cell, column, type Table } from '../sales/table.ts'
import { Explain, RecordCatalogue } from './operations.ts'
import { RecordLedger } from './RecordLedger.tsx'
import type { RecordScope } from './readRecords.ts'
import { type CatalogueMetric, conditionsOf, type RecordSource, recordSource } from './records.ts'
import type { FigureScope, Subject } from './subject.ts'

interface ExplainPanelProps {
  readonly scope: FigureScope
  readonly subject: Subject
  readonly onClose: () => void
}

/** What one figure is made of: formula, records with the proof that they add up, and the SQL. */
export function ExplainPanel({ scope, subject, onClose }: ExplainPanelProps) {
  return (
    <Dialog.Root open modal={false} onOpenChange={(open) => open || onClose()}>
      <Dialog.Portal>
        <Dialog.Content
          className="explain"
          aria-describedby={undefined}
          onInteractOutside={(event) => event.preventDefault()}
          onCloseAutoFocus={(event) => event.preventDefault()}
        >
          <div className="mb-2 flex items-center justify-between">
            <p className="meta">Explain</p>
            <Dialog.Close className="btn quiet">Close</Dialog.Close>
          </div>
          <Dialog.Title asChild>
            <h2>{subject.title}</h2>
          </Dialog.Title>
          <Explanation key={JSON.stringify([subject, scope])} scope={scope} subject={subject} />
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

function Explanation({ scope, subject }: Omit<ExplainPanelProps, 'onClose'>) {
  // Asked for when a figure is first explained, and kept from then on.
  const catalogue = useQuery(RecordCatalogue, { client: browserGraph(), errorPolicy: 'all' })
  const known = catalogue.data?.metricCatalogue?.metrics.find((each) => each.domain === 'sales' && each.name === subject.metric)
  const { records, source } = useMemo(() => behind(scope, subject, known), [scope, subject, known])
  const { data, loading, refetch } = useQuery(Explain, {
    client: browserGraph(),
    variables: { query: { metrics: [subject.metric], ...records, compare: scope.compare } },
    skip: catalogue.loading,
    fetchPolicy: 'network-only',
    errorPolicy: 'all',
  })
  const table = data?.salesMetrics
  if (!table && !loading && !catalogue.loading)
    return (
      <div role="alert">
        <p className="strong bad mt-2">This figure could not be explained</p>
        <button type="button" className="btn mt-2" onClick={() => void refetch()}>
          Try again
        </button>
      </div>
    )
  return (
    <TileBody height={420} result={table ? { state: 'ready', data: table } : { state: 'loading' }}>
      {(found) => (
        <>
          <Amount table={found} subject={subject} />
          <Working explanation={found.explain?.[0]}>
            <RecordLedger metric={subject.metric} source={source} scope={records} table={found} />
          </Working>
        </>
      )}
    </TileBody>
  )
}

/** The records behind a figure: where they stand, and the page's days and conditions narrowed to the figure's own. */
function behind(
  scope: FigureScope,
  { only, period }: Subject,
  known: CatalogueMetric | undefined,
): { readonly records: RecordScope; readonly source: RecordSource | null } {
  const where = only ? [...scope.where.filter((each) => each.dimension !== only.dimension), only] : scope.where
  return { records: { period: period ?? scope.period, where: conditionsOf(known, where) }, source: recordSource(known) }
}

function Amount({ table, subject }: { readonly table: Table; readonly subject: Subject }) {
  const figure = cell(table.totals, subject.metric)
  const measure = column(table, subject.metric)
  return (
    <>
      <p className="meta">{periodName(table.period)}</p>
      <p className="fig lead my-1">
        <Figure value={figure.value} measure={measure} precision="exact" />
      </p>
      {figure.change != null && table.comparedTo && (
        <p className="delta">
          <Delta cell={figure} measure={measure} better={measure.better} base={periodName(table.comparedTo)} />
          {measure.unit !== 'RATIO' && ` (${signedText(figure.change, measure, 'exact')})`}
        </p>
      )}
    </>
  )
}

interface Explained {
  readonly formula: string
  readonly sql?: string | null | undefined
  readonly sources: readonly string[]
  readonly recordCount?: number | null | undefined
  readonly lag?: number | null | undefined
}

function Working({ explanation, children }: { readonly explanation: Explained | undefined; readonly children: ReactNode }) {
  return (
    <>
      {explanation && (
        <>
          <h3>Formula</h3>
          <p>{explanation.formula}</p>
        </>
      )}
      <h3>Rows</h3>
      {children}
      {explanation?.sql && (
        <>
          <h3>SQL</h3>
          <pre className="code">{explanation.sql}</pre>
        </>
      )}
      {explanation && <p className="meta mt-2">{provenance(explanation)}</p>}
    </>
  )
}

function provenance({ sources, recordCount, lag }: Explained): string {
  const from = `Run as you, from ${sources.join(', ') || 'no table'}`
  const facts = recordCount == null ? '' : `; ${recordCount.toLocaleString('en')} facts`
  return `${from}${facts}${lag == null ? '' : `; projections ${(lag / 1000).toFixed(1)} s old`}.`
}
