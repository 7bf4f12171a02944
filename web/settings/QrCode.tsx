'use client'
import { useEffect, useState } from 'react'

interface QrCodeProps {
  readonly text: string
  /** What it is, for those who cannot see it. */
  readonly label: string
}

/** A text as a QR code, dark on white in either theme, with the quiet zone that cameras look for. */
export function QrCode({ text, label }: QrCodeProps) {
  const [drawn, setDrawn] = useState<{ readonly size: number; readonly path: string } | null>(null)
  useEffect(() => {
    let wanted = true
    // Loaded when it is needed, which is rarely.
    void import('qrcode').then(({ default: { create } }) => {
      const { modules } = create(text, { errorCorrectionLevel: 'M' })
      if (wanted) setDrawn({ size: modules.size, path: pathOf(modules.data, modules.size) })
    })
    return () => {
      wanted = false
    }
  }, [text])
  const quiet = 4
  const side = (drawn?.size ?? 0) + 2 * quiet
  return (
    <svg className="qr" viewBox={`${-quiet} ${-quiet} ${side} ${side}`} role="img" aria-label={label} shapeRendering="crispEdges">
      <path d={drawn?.path ?? ''} />
    </svg>
  )
}

/** Each dark module as a square of one unit. */
function pathOf(modules: Uint8Array, size: number): string {
  return [...modules].map((dark, at) => (dark ? `M${at % size} ${Math.floor(at / size)}h1v1h-1z` : '')).join('')
}
