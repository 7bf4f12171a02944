import { Refusal } from '@aems/kit/refusal.ts'
import Big from 'big.js'

/** An amount, a quantity or a fraction as the database keeps it: up to 16 digits before the point and 4 after it. */
const kept = /^-?\d{1,16}(?:\.\d{1,4})?$/
const fraction = /^-?\d{1,3}(?:\.\d{1,6})?$/

type Maybe<Value> = Value | null | undefined

/** A refusal of a value, at its place in the input. */
export const valueRefused = (message: string, ...path: string[]): Refusal => new Refusal(message, ['input', ...path], 'value')

/**
 * An amount that can't be negative.
 * @throws Refusal naming its place where it is, or has more digits than are kept.
 */
export function amountGiven(value: string, ...path: string[]): string {
  if (!kept.test(value)) throw valueRefused(`${value} has too many digits: up to 16 before the point and 4 after it.`, ...path)
  if (new Big(value).lt(0)) throw valueRefused(`${value} is below zero.`, ...path)
  return value
}

/** The same of an amount that may be absent. */
export const amountIfGiven = (value: Maybe<string>, ...path: string[]): string | null =>
  value == null ? null : amountGiven(value, ...path)

/** A chance as a fraction from 0 to 1; null where none is given. @throws Refusal */
export function chanceIfGiven(value: Maybe<string>, ...path: string[]): string | null {
  if (value == null) return null
  if (fraction.test(value) && new Big(value).gte(0) && new Big(value).lte(1)) return value
  throw valueRefused(`${value} is no chance; give a fraction from 0 to 1 with up to 6 places, such as 0.25.`, ...path)
}

/** Text without blanks around it; null where nothing is left. @throws Refusal where it is too long or can't be stored. */
export function textIfGiven(value: Maybe<string>, longest: number, ...path: string[]): string | null {
  const text = value?.trim() ?? ''
  if (text.length > longest) throw valueRefused(`It has ${text.length} characters; up to ${longest} are kept.`, ...path)
  if (text.includes('\0')) throw valueRefused('It holds a character that can not be stored (NUL).', ...path)
  return text === '' ? null : text
}

/** The same of text that must be there. */
export function textGiven(value: string, longest: number, ...path: string[]): string {
  const text = textIfGiven(value, longest, ...path)
  if (text === null) throw valueRefused('It is empty.', ...path)
  return text
}

/** A day that has been: not after today. @throws Refusal */
export function pastDay(day: Maybe<string>, today: string, ...path: string[]): string {
  if (day == null) return today
  if (day > today) throw valueRefused(`${day} is still to come; today is ${today}.`, ...path)
  return day
}
