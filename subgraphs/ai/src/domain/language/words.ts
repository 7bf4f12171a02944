import { stem } from './stem.ts'

const list = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/))

/** Words that carry grammar or courtesy, never a part of what is asked. As written, folded. */
export const grammarWords = list(`
  meant a an the of in on at to for from with by as into onto upon within inside during under via throughout about around
  and or but nor so if then than that this these those there here it its they them their theirs he she his her him we us our ours you your
  i me my mine who whom whose which what when where how why is are was were be been being am do does did done doing have has had having
  will would shall should can could may might must please kindly thanks thank hi hello hey ok okay well just also too still
  yet already quite really actually basically exactly roughly approximately either such same no not yes um uh hmm
  up off down away along together while because until till over out vs versus plus
  since now far only even any some all both every each
`)

/** Words that narrow nothing when nothing in the catalogue claims them: `show`, `figures`, `business`. */
export const softWords = list(`
  let lets get got getting give gives gave given show shows showing shown tell told see seen look looks looking like want wants wanted need needs
  needed know find found display list lists print report reports pull fetch bring view check calculate compute make makes made making take
  takes took taken taking come comes came coming go goes went going bring brought say says said think wondering wonder curious interested possible able
  question answer info information data dataset detail details figure figures number numbers amount amounts value values total totals overall
  altogether sum result results stat stats statistic statistics metric metrics kpi kpis performance perform performed performing performer performers company
  companywide business businesses firm organisation organization enterprise wide side part parts way ways thing things stuff something anything
  everything kind kinds type types sort sorts level levels term terms case respect regard regarding concerning breakdown break broken split splits
  splitting table chart graph plot pie bar draw visualise visualize overview summary summarise summarize picture compare compared comparing
  comparison comparisons against relative contrast difference differ differs between among amongst across much many lot lots bit few several
  typical someone somebody anyone anybody own owns owned sitting sits sit holding holds hold held lying
  various different distinct main major key specific particular respectively currently today present moment recent recently latest ever time times
  period periods date dates day days year years month months quarter quarters week weeks happen happened happening happens occur occurred
  develop developed developing evolve evolved evolution achieve achieved generate generated record recorded receive received stand stands stood
  amounted amounting include including included exclude excluding excluded without except instead rather other others first next previous prior past
 currency percent percentage percentages pct % apiece sorted ranked rank ranking
  rankings descending ascending desc asc one ones there before after group groups more less fewer
  share fraction proportion portion ratio divided contribution contributed contribute
  through versus next-to alongside beside besides apart minus excl incl ex
  change changed changes increase increased decrease decreased rise rose risen fall fell fallen drop dropped decline declined
  grow grew grown growth growing gain gained gains up down higher lower
  jump jumps jumped spike spikes spiked surge surged soared slump slumped dip dips dipped plunge plunged collapse collapsed swing
  better worse bigger larger smaller stronger weaker combined jointly add adds adding remove drop hide switch replace outside apart aside leaving ignoring ignore shrink shrank shrunk per again current calendar fiscal
`)

const softStems = new Set([...softWords].map(stem))

/** Whether a word may stay unexplained, in whatever form; `leaving out` says nothing, `who left` does. */
export const isSoft = (word: string): boolean =>
  softWords.has(word) || (softStems.has(stem(word)) && !/^(?:left|leaves?)$/.test(word))

/** Words that matter to a metric's meaning only beside others: `how many units`. They weigh little. */
export const lightStems = list('howmany howmuch howlong howoften howbig withus fromus')

/** Superlatives by where they point on the scale of the figure itself: most or least. */
export const most = list('top most highest biggest largest greatest strongest maximum max leading heaviest longest busiest')
export const least = list('bottom least lowest smallest fewest weakest minimum min lightest shortest slightest quietest')
/** Superlatives that judge: which end they mean depends on whether more of the metric is good. */
export const good = list('best finest top-performing')
export const bad = list('worst poorest')
export const ranks = new Set([...most, ...least, ...good, ...bad, 'fastest', 'slowest', 'quickest'])
