'use client'
import { Component, type ReactNode } from 'react'
import { RetryButton } from './RetryButton.tsx'

interface Props {
  readonly children: ReactNode
}

/** Keeps a fault in one tile from taking the page with it. React knows error boundaries only as classes. */
export class TileBoundary extends Component<Props, { readonly failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError() {
    return { failed: true }
  }

  override render() {
    if (!this.state.failed) return this.props.children
    return (
      <div role="alert">
        <p className="strong bad">This part could not be drawn</p>
        <p className="muted">The other parts of the page are complete.</p>
        <RetryButton onRetry={() => this.setState({ failed: false })} />
      </div>
    )
  }
}
