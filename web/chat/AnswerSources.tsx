'use client'
import { useState } from 'react'
import type { Answer } from './answer.ts'
import { answerCsv } from './csv.ts'

interface AnswerSourcesProps {
  readonly answer: Answer
  readonly explorerUrl: string
}

/** Where the figures come from: sources, working, operation, and the figures as a file. */
export function AnswerSources({ answer, explorerUrl }: AnswerSourcesProps) {
  const [open, setOpen] = useState<'explain' | 'operation' | null>(null)
  const toggle = (what: 'explain' | 'operation') => setOpen(open === what ? null : what)
  return (
    <>
      <div className="sources">
        <span>{sourceText(answer)}</span>
        {answer.explain.length > 0 && (
          <button type="button" aria-expanded={open === 'explain'} onClick={() => toggle('explain')}>
            Explain
          </button>
        )}
        {answer.operation && (
          <button type="button" aria-expanded={open === 'operation'} onClick={() => toggle('operation')}>
            Operation
          </button>
        )}
        {answer.rows.length > 0 && (
          <button type="button" onClick={() => download(answer)}>
            CSV
          </button>
        )}
      </div>
      {open === 'explain' && <Workings answer={answer} />}
      {open === 'operation' && answer.operation && (
        <Operation operation={answer.operation} variables={answer.variables} explorerUrl={explorerUrl} />
      )}
    </>
  )
}

function sourceText({ explain, planner, milliseconds }: Answer): string {
  const sources = [...new Set(explain.flatMap((each) => each.sources))]
  const facts = explain.flatMap((each) => each.recordCount ?? [])
  return [
    sources.length > 0 ? `Source: ${sources.join(', ')}` : 'Source: the graph',
    ...(facts.length > 0 ? [`${Math.max(...facts).toLocaleString('en')} facts`] : []),
    `${milliseconds.toLocaleString('en')} ms`,
    planner === 'embedded' ? 'embedded planner' : 'model planner',
  ].join(', ')
}

function Workings({ answer }: { readonly answer: Answer }) {
  return (
    <div className="sunken">
      {answer.explain.map((each) => (
        <div key={each.metric}>
          <h3>{answer.columns.find((column) => column.name === each.metric)?.label ?? each.metric}</h3>
          <p>{each.formula}</p>
          {each.sql && <pre className="code mt-2">{each.sql}</pre>}
        </div>
      ))}
    </div>
  )
}

interface OperationProps {
  readonly operation: string
  readonly variables: unknown
  readonly explorerUrl: string
}

function Operation({ operation, variables, explorerUrl }: OperationProps) {
  const [copied, setCopied] = useState(false)
  const json = JSON.stringify(variables ?? {}, null, 2)
  const address = new URL(explorerUrl)
  address.searchParams.set('query', operation)
  address.searchParams.set('variables', json)
  return (
    <div className="sunken">
      <pre className="code">{operation}</pre>
      <pre className="code mt-2">{json}</pre>
      <div className="mt-2 flex flex-wrap gap-2">
        <button
          type="button"
          className="btn"
          onClick={() => void navigator.clipboard.writeText(`${operation}\n\n# variables\n${json}`).then(() => setCopied(true))}
        >
          {copied ? 'Copied' : 'Copy operation'}
        </button>
        <a className="btn" href={address.href} target="_blank" rel="noreferrer">
          Open in the explorer
        </a>
      </div>
    </div>
  )
}

function download(answer: Answer): void {
  const address = URL.createObjectURL(new Blob(['\ufeff', answerCsv(answer)], { type: 'text/csv;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = address
  link.download = `${
    answer.question
      .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
      .replaceAll(/^-|-$/g, '')
      .slice(0, 60) || 'answer'
  }.csv`
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}
