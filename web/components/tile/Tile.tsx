import type { ReactNode } from 'react'
import { RetryButton } from './RetryButton.tsx'
import { TileBoundary } from './TileBoundary.tsx'

/** What a tile has to show: the thing itself, why there is none yet, or what went wrong. */
export type TileState<Data> =
  | { readonly state: 'loading' }
  | { readonly state: 'empty'; readonly title: string; readonly remedy: string }
  | { readonly state: 'error'; readonly title: string; readonly message: string }
  | { readonly state: 'ready'; readonly data: Data }

interface TileProps<Data> {
  /** The finding, or while there is none the name of what would be there. */
  readonly title: ReactNode
  /** Measure and unit, at the right. */
  readonly meta?: ReactNode
  readonly result: TileState<Data>
  /** Height of what comes, in pixels, so that nothing moves when it does. */
  readonly height: number
  readonly children: (data: Data) => ReactNode
}

/** A section of a page, in every state it can be in. It alone draws loading, empty and error. */
export function Tile<Data>({ title, meta, result, height, children }: TileProps<Data>) {
  return (
    <section className="section" aria-busy={result.state === 'loading' || undefined}>
      <div className="head">
        <h2>{title}</h2>
        {meta && result.state === 'ready' && <p className="meta">{meta}</p>}
      </div>
      <TileBoundary>
        <TileBody result={result} height={height}>
          {children}
        </TileBody>
      </TileBoundary>
    </section>
  )
}

/** The inside of a tile that has no heading of its own. */
export function TileBody<Data>({ result, height, children }: Pick<TileProps<Data>, 'result' | 'height' | 'children'>) {
  switch (result.state) {
    case 'loading':
      return <span className="skeleton" style={{ height }} />
    case 'empty':
      return <TileNote title={result.title} text={result.remedy} />
    case 'error':
      return (
        <div role="alert">
          <TileNote title={<span className="bad">{result.title}</span>} text={result.message} />
          <RetryButton />
        </div>
      )
    case 'ready':
      return children(result.data)
  }
}

function TileNote({ title, text }: { readonly title: ReactNode; readonly text: string }) {
  return (
    <>
      <p className="strong">{title}</p>
      <p className="muted max-w-[56ch]">{text}</p>
    </>
  )
}
