/** With a capital first letter: `owner` stands as `Owner` where it begins. */
export const capitalised = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)

/** A count with its noun: `1 person`, `24 people`. */
export const counted = (count: number, one: string, many: string): string =>
  `${count.toLocaleString('en')} ${count === 1 ? one : many}`
