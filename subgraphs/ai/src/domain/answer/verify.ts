import { absolute, inPercent, sameRounded } from './decimal.ts'
import type { AnswerRow, Figures, Values } from './figures.ts'
import type { Said } from './sentence.ts'

const number = /\d[\d,]*(?:\.\d+)?/g

/** Every figure of an answer, without its sign; changes and ratios too, fractions also in percent. */
function known(figures: Figures): string[] {
  const of = (values: Values | null): string[] => (values ? Object.values(values).filter((value) => value !== null) : [])
  const parts = (row: AnswerRow): string[] => [...of(row.values), ...of(row.previous), ...of(row.change), ...of(row.changeRatio)]
  const all = [figures.totalRow, ...figures.rows].flatMap(parts).map(absolute)
  return [...all, ...all.map(inPercent)]
}

/** A text with blanks where a name stood. Digits within a number are no name: job level 4 does not stand in 1,234. */
function without(text: string, name: string): string {
  let bare = text
  for (let at = bare.indexOf(name); at >= 0; at = bare.indexOf(name, at + 1)) {
    const [before, after] = [bare.slice(0, at), bare.slice(at + name.length)]
    const isWithin = (/^\d/.test(name) && /\d[.,]?$/.test(before)) || (/\d$/.test(name) && /^[.,]?\d/.test(after))
    if (!isWithin) bare = before + ' '.repeat(name.length) + after
  }
  return bare
}

/**
 * The numbers in a sentence that are no figures of the answer; empty where all is well.
 * Names, dates and bounds are taken out first; what is left must equal a figure at the places that it is written with.
 */
export function unfounded(said: Said, figures: Figures): string[] {
  const names = said.plain.filter((name) => /\d/.test(name)).toSorted((a, b) => b.length - a.length)
  const bare = names.reduce(without, said.text)
  const founded = known(figures)
  return [...bare.matchAll(number)]
    .map(([text]) => text)
    .filter((text) => {
      const plain = text.replaceAll(',', '')
      const places = plain.split('.')[1]?.length ?? 0
      return !founded.some((figure) => sameRounded(figure, plain, places))
    })
}
