'use client'
import { useQuery } from '@apollo/client/react'
import { Popover } from 'radix-ui'
import { type FormEvent, type ReactNode, useState } from 'react'
import { Icon } from '../components/controls/Icon.tsx'
import { browserGraph } from '../graph/browser.ts'
import type { Answer } from './answer.ts'
import { canGo, insteadOf, otherSplits } from './instead.ts'
import { Splits } from './operations.ts'
import type { Change } from './useThread.ts'

type Ask = (question: string, change?: Change) => void

interface ChipMenuProps {
  readonly answer: Answer
  readonly chip: Answer['chips'][number]
  readonly onAsk: Ask
}

/** A part of what was understood, and what can stand in its place. */
export function ChipMenu({ answer, chip, onAsk }: ChipMenuProps) {
  const change: Change = { answerId: answer.id, slot: chip.slot, label: chip.label }
  const ask = (words: string) => onAsk(words, change)
  return (
    <Panel
      name={`Change: ${chip.label}`}
      trigger={
        <button type="button" className="chip set" title={chip.slot}>
          <span className="value">{chip.label}</span>
          <Icon name="down" />
        </button>
      }
    >
      {(close) => (
        <>
          {canGo(answer, chip) && (
            <Choice onChoose={() => close(() => ask(''))}>
              <span className="bad">Remove</span>
            </Choice>
          )}
          {chip.slot === 'by' ? (
            <SplitChoices answer={answer} onChoose={(words) => close(() => ask(words))} />
          ) : (
            insteadOf(chip).map((words) => (
              <Choice key={words} onChoose={() => close(() => ask(words))}>
                {words}
              </Choice>
            ))
          )}
          <OtherWords
            label="In its place"
            placeholder={examples[chip.slot] ?? 'in other words'}
            onSay={(words) => close(() => ask(words))}
          />
        </>
      )}
    </Panel>
  )
}

/** Adds a split, a filter or a period to the latest answer. */
export function Narrowing({ answer, onAsk }: { readonly answer: Answer; readonly onAsk: Ask }) {
  return (
    <Panel
      name="Add a split or a filter"
      trigger={
        <button type="button" className="chip">
          Add
          <Icon name="down" />
        </button>
      }
    >
      {(close) => (
        <>
          <SplitChoices answer={answer} also onChoose={(words) => close(() => onAsk(words))} />
          <OtherWords label="Only, without, with …" placeholder="only Bikes" onSay={(words) => close(() => onAsk(words))} />
        </>
      )}
    </Panel>
  )
}

const examples: Readonly<Record<string, string>> = {
  metric: 'gross margin',
  period: 'since March',
  where: 'without Bikes',
  by: 'by channel',
  grain: 'by week',
  compare: 'against the budget',
  having: 'more than 100 orders',
  order: 'smallest first',
  first: 'top 7',
}

interface PanelProps {
  readonly name: string
  readonly trigger: ReactNode
  /** What stands in it; `close` closes it, then does what was chosen. */
  readonly children: (close: (then: () => void) => void) => ReactNode
}

function Panel({ name, trigger, children }: PanelProps) {
  const [open, setOpen] = useState(false)
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger asChild>{trigger}</Popover.Trigger>
      <Popover.Portal>
        <Popover.Content className="menu" aria-label={name} align="start" sideOffset={4} collisionPadding={8}>
          {children((then) => {
            setOpen(false)
            then()
          })}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  )
}

function Choice({ onChoose, children }: { readonly onChoose: () => void; readonly children: ReactNode }) {
  return (
    <button type="button" className="menu-item" onClick={onChoose}>
      {children}
    </button>
  )
}

interface SplitChoicesProps {
  readonly answer: Answer
  readonly also?: boolean
  readonly onChoose: (words: string) => void
}

/** The dimensions that the answer's metrics can be split by, and are not. */
function SplitChoices({ answer, also = false, onChoose }: SplitChoicesProps) {
  const { data } = useQuery(Splits, { client: browserGraph() })
  return otherSplits(answer, data?.metricCatalogue ?? null)
    .slice(0, 8)
    .map((label) => (
      <Choice key={label} onChoose={() => onChoose(also ? `also by ${label}` : `by ${label}`)}>
        by {label}
      </Choice>
    ))
}

interface OtherWordsProps {
  readonly label: string
  readonly placeholder: string
  readonly onSay: (words: string) => void
}

function OtherWords({ label, placeholder, onSay }: OtherWordsProps) {
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const words = String(new FormData(event.currentTarget).get('words')).trim()
    if (words) onSay(words)
  }
  return (
    <form onSubmit={submit} className="other-words">
      <label>
        <span className="menu-label">{label}</span>
        <input name="words" autoComplete="off" maxLength={200} placeholder={placeholder} />
      </label>
      <button type="submit" className="btn">
        Ask
      </button>
    </form>
  )
}
