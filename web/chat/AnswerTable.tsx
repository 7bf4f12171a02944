'use client'
import { useState } from 'react'
import { SignedChange } from '../components/figures/Delta.tsx'
import { cellText, currencySymbol } from '../format/figure.ts'
import { periodName } from '../format/period.ts'
import {
  type Answer,
  type AnswerColumn,
  changeOfRow,
  dimensionName,
  dimensionsOf,
  figureOf,
  isCompared,
  memberOf,
  rowId,
  totalOf,
} from './answer.ts'

const atFirst = 10

/** The answer's figures as rows, with their total where there is one. */
export function AnswerTable({ answer }: { readonly answer: Answer }) {
  const [all, setAll] = useState(false)
  const dimensions = dimensionsOf(answer)
  const timed = answer.rows.some((row) => row.period)
  const compared = isCompared(answer)
  const names = [...dimensions.map(dimensionName), ...(timed ? ['Period'] : [])]
  const rows = all ? answer.rows : answer.rows.slice(0, atFirst)
  return (
    <>
      <div className="scroll">
        <table className="table">
          <caption className="sr-only">{answer.question}</caption>
          <thead>
            <tr>
              {names.map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
              {answer.columns.map((column) => (
                <ColumnHeads key={column.name} column={column} compared={compared} />
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              <tr key={rowId(row, index)}>
                {[
                  ...dimensions.map((dimension) => memberOf(row, dimension)),
                  ...(timed ? [row.period ? periodName(row.period) : ''] : []),
                ].map((name, at) =>
                  at === 0 ? (
                    <th key={names[at]} scope="row">
                      {name}
                    </th>
                  ) : (
                    <td key={names[at]}>{name}</td>
                  ),
                )}
                {answer.columns.map((column) => (
                  <Cells
                    key={column.name}
                    column={column}
                    value={figureOf(row, column)}
                    change={compared ? changeOfRow(row, column) : null}
                  />
                ))}
              </tr>
            ))}
          </tbody>
          {names.length > 0 && answer.rows.length > 1 && answer.columns.some((column) => totalOf(answer, column) !== null) && (
            <tfoot>
              <tr>
                <th scope="row" colSpan={names.length}>
                  All
                </th>
                {answer.columns.map((column) => (
                  <Cells key={column.name} column={column} value={totalOf(answer, column)} change={compared ? {} : null} />
                ))}
              </tr>
            </tfoot>
          )}
        </table>
      </div>
      {answer.rows.length > atFirst && (
        <button type="button" className="btn quiet mt-1" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? `Show the first ${atFirst}` : `Show all ${answer.rows.length} rows`}
        </button>
      )}
    </>
  )
}

function ColumnHeads({ column, compared }: { readonly column: AnswerColumn; readonly compared: boolean }) {
  const unit = column.currency ? `, ${currencySymbol(column.currency).trim()}` : ''
  return (
    <>
      <th scope="col" className="n">
        {column.label}
        {unit}
      </th>
      {compared && (
        <th scope="col" className="n">
          Change
        </th>
      )}
    </>
  )
}

interface CellsProps {
  readonly column: AnswerColumn
  readonly value: string | null
  readonly change: { readonly change?: string | null; readonly changeRatio?: string | null } | null
}

function Cells({ column, value, change }: CellsProps) {
  return (
    <>
      <td className="n">{value === null ? '–' : cellText(value, column)}</td>
      {change && (
        <td className="n">
          {change.change == null ? '' : <SignedChange cell={change} measure={column} better={column.better} as="ratio" />}
        </td>
      )}
    </>
  )
}
