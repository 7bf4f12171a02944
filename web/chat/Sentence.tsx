/** Amounts with a currency or a unit, and numbers in thousands: what a reader wants to see first. Years are not. */
const figures =
  /[−+-]?[$€£¥]\u202f?\d[\d,.]*\d?(?:[\s\u202f]?[kMB]\b)?|[−+-]?\d[\d,.]*[\s\u202f]?(?:%|pts\b|[kMB]\b)|\b\d{1,3}(?:,\d{3})+(?:\.\d+)?/g

/** The answer in words, with its figures set off. */
export function Sentence({ text }: { readonly text: string }) {
  let from = 0
  const pieces = [...text.matchAll(figures)].map((match) => {
    const before = text.slice(from, match.index)
    from = match.index + match[0].length
    return { at: match.index, before, figure: match[0] }
  })
  return (
    <p className="say">
      {pieces.map(({ at, before, figure }) => (
        <span key={at}>
          {before}
          <span className="told">{figure}</span>
        </span>
      ))}
      {text.slice(from)}
    </p>
  )
}
