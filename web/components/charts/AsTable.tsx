interface AsTableProps {
  readonly caption: string
  readonly head: readonly string[]
  /** The first cell of a row is its name. */
  readonly rows: readonly (readonly string[])[]
}

/** The same figures as a table, for those who would rather read than look. Needs no script. */
export function AsTable({ caption, head, rows }: AsTableProps) {
  return (
    <details className="as-table">
      <summary>As a table</summary>
      <div className="scroll">
        <table className="table mt-2">
          <caption className="sr-only">{caption}</caption>
          <thead>
            <tr>
              {head.map((name, index) => (
                <th key={name} scope="col" className={index === 0 ? undefined : 'n'}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(([name, ...cells]) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                {cells.map((text, index) => (
                  <td key={head[index + 1]} className="n">
                    {text}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  )
}
