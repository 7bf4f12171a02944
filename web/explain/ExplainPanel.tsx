'use client'
export function ExplainPanel({ onClose }: { readonly scope: unknown; readonly subject: unknown; readonly onClose: () => void }) {
  return (
    <aside className="explain">
      <button type="button" className="btn" onClick={onClose}>
        Close
      </button>
    </aside>
  )
}
