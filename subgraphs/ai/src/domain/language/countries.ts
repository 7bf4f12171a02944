import { fold } from './text.ts'

/** What people call a country, and what comes from it, beside its name; general knowledge, by ISO code. */
const called: Readonly<Record<string, string>> = {
  AR: 'argentine argentinian',
  AT: 'austrian',
  AU: 'australian aussie oz',
  BE: 'belgian',
  BG: 'bulgarian',
  BR: 'brazilian',
  CA: 'canadian',
  CH: 'swiss',
  CL: 'chilean',
  CN: 'chinese',
  CO: 'colombian',
  CZ: 'czech czechia',
  DE: 'german',
  DK: 'danish',
  EE: 'estonian',
  EG: 'egyptian',
  ES: 'spanish',
  FI: 'finnish',
  FR: 'french',
  GB: 'british uk britain england english',
  GR: 'greek',
  HR: 'croatian',
  HU: 'hungarian',
  ID: 'indonesian',
  IE: 'irish',
  IL: 'israeli',
  IN: 'indian',
  IS: 'icelandic',
  IT: 'italian',
  JP: 'japanese',
  KE: 'kenyan',
  KR: 'korean',
  LT: 'lithuanian',
  LU: 'luxembourgish',
  LV: 'latvian',
  MA: 'moroccan',
  MX: 'mexican',
  MY: 'malaysian',
  NG: 'nigerian',
  NL: 'dutch holland',
  NO: 'norwegian',
  NZ: 'kiwi',
  PE: 'peruvian',
  PH: 'filipino',
  PK: 'pakistani',
  PL: 'polish',
  PT: 'portuguese',
  RO: 'romanian',
  RS: 'serbian',
  RU: 'russian',
  SA: 'saudi',
  SE: 'swedish',
  SG: 'singaporean',
  SI: 'slovenian',
  SK: 'slovak',
  TH: 'thai',
  TR: 'turkish',
  TW: 'taiwanese',
  UA: 'ukrainian',
  US: 'american usa america us states',
  VN: 'vietnamese',
  ZA: 'south-african',
}

const continents: Readonly<Record<string, string>> = {
  europe: 'european',
  asia: 'asian',
  africa: 'african',
  oceania: 'oceanian',
  america: 'american',
  'north america': 'north american',
  'south america': 'south american',
  'latin america': 'latin american',
}

const names = new Intl.DisplayNames(['en'], { type: 'region' })

const codes = new Map(Object.keys(called).map((code) => [fold(names.of(code) ?? code), code]))

/**
 * Other names of the country that a member is, folded: `Canada` and `CA` → canadian. Empty where it is no country.
 */
export function otherNames(value: string): readonly string[] {
  const continent = continents[fold(value)]
  if (continent !== undefined) return [continent]
  const code = Object.hasOwn(called, value) ? value : codes.get(fold(value))
  if (code === undefined) return []
  return [
    fold(names.of(code) ?? code),
    code.toLowerCase(),
    ...(called[code] ?? '').split(' ').map((word) => word.replace('-', ' ')),
  ]
}
