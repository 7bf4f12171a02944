/** Forms that no suffix rule reaches; general English, nothing of any company. */
const irregular: Readonly<Record<string, string>> = {
  production: 'production',
  sold: 'sell',
  selling: 'sell',
  bought: 'buy',
  won: 'win',
  winning: 'win',
  wins: 'win',
  lost: 'lose',
  losing: 'lose',
  loss: 'lose',
  losses: 'lose',
  made: 'make',
  making: 'make',
  spent: 'spend',
  came: 'come',
  coming: 'come',
  went: 'go',
  grew: 'grow',
  grown: 'grow',
  growth: 'grow',
  fell: 'fall',
  fallen: 'fall',
  rose: 'rise',
  risen: 'rise',
  paid: 'pay',
  left: 'leave',
  leaving: 'leave',
  hired: 'hire',
  got: 'get',
  gotten: 'get',
  took: 'take',
  taken: 'take',
  taking: 'take',
  gave: 'give',
  given: 'give',
  done: 'do',
  did: 'do',
  does: 'do',
  doing: 'do',
  had: 'have',
  has: 'have',
  having: 'have',
  was: 'be',
  were: 'be',
  is: 'be',
  are: 'be',
  been: 'be',
  being: 'be',
  kept: 'keep',
  held: 'hold',
  ran: 'run',
  running: 'run',
  met: 'meet',
  hit: 'hit',
  hitting: 'hit',
  beat: 'beat',
  beaten: 'beat',
  brought: 'bring',
  sent: 'send',
  built: 'build',
  began: 'begin',
  begun: 'begin',
  people: 'person',
  men: 'man',
  women: 'woman',
  children: 'child',
  staff: 'staff',
  better: 'good',
  mean: 'average',
  avg: 'average',
  averages: 'average',
  pct: 'percent',
  percentage: 'percent',
  percentages: 'percent',
  share: 'percent',
  fraction: 'percent',
  proportion: 'percent',
  '%': 'percent',
  qty: 'quantity',
  num: 'number',
  nr: 'number',
  cust: 'customer',
  acct: 'account',
  realised: 'realize',
  canceled: 'cancel',
  cancelled: 'cancel',
  indices: 'index',
  analyses: 'analysis',
  series: 'series',
  news: 'news',
  business: 'business',
  address: 'address',
  less: 'less',
  gross: 'gross',
  cross: 'cross',
  process: 'process',
  access: 'access',
  success: 'success',
  goods: 'goods',
  across: 'across',
  versus: 'versus',
  status: 'status',
  statuses: 'status',
  basis: 'basis',
  us: 'us',
  this: 'this',
  its: 'its',
  bonus: 'bonus',
  plus: 'plus',
  minus: 'minus',
  class: 'class',
  bus: 'bus',
  gas: 'gas',
  per: 'per',
  ordering: 'order',
  during: 'during',
  thing: 'thing',
  bring: 'bring',
  king: 'king',
  spring: 'spring',
  need: 'need',
  speed: 'speed',
  feed: 'feed',
  seed: 'seed',
  exceed: 'exceed',
  red: 'red',
  hundred: 'hundred',
  bed: 'bed',
  shipped: 'ship',
  shipping: 'ship',
}

const doubled = /([bdfgklmnprtvz])\1$/

function withoutVerbEnding(word: string): string {
  const stem = word.endsWith('ing') ? word.slice(0, -3) : word.endsWith('ed') ? word.slice(0, -2) : undefined
  if (stem === undefined || stem.length < 3 || !/[aeiouy]/.test(stem)) return word
  if (doubled.test(stem) && !/(ll|ss)$/.test(stem)) return stem.slice(0, -1)
  return stem.replace(/e$/, '')
}

/**
 * Reduces an English word to what its forms share: `territories` → `territory`, `sold` → `sell`, `ordered` → `order`.
 * A light suffix stripper after Harman's S-stemmer, with verb endings and a table of irregular forms.
 * @param word folded and in lower case.
 */
export function stem(word: string): string {
  const known = regular(word)
  if (known !== undefined) return ended(known)
  if (/\d/.test(word) || word.length <= 3)
    return word.length === 3 && /[^s]s$/.test(word) && !/[aiou]s$/.test(word) ? word.slice(0, -1) : word
  let base = word
  if (/[^ae]ies$/.test(word)) base = `${word.slice(0, -3)}y`
  else if (/(ss|x|ch|sh|zz)es$/.test(word)) base = word.slice(0, -2)
  else if (/[^aious]s$/.test(word)) base = word.slice(0, -1)
  return ended(regular(base) ?? withoutVerbEnding(base))
}

const regular = (word: string): string | undefined => (Object.hasOwn(irregular, word) ? irregular[word] : undefined)

/** Drops a last `e`, which verb endings swallow, and the noun ending of verbs in -ate and -ct: `concentration`, `concentrated`. */
const ended = (word: string): string => {
  const verb = word.length > 7 ? word.replace(/(at|ct)ion$/, '$1') : word
  return verb.length > 4 ? verb.replace(/e$/, '') : verb.replace(/([^e])e$/, '$1')
}
