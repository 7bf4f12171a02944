import { type Dimension, type Metric, parseCatalogue } from '@aems/schema/catalogue.ts'
import { type Domain, subgraphSdl } from '@aems/schema/sdl.ts'
import { generatedFrom, inLine, titleOf } from './markdown.ts'

const units: Readonly<Record<Metric['unit'], string>> = {
  MONEY: 'money, in the company’s currency',
  COUNT: 'a number',
  RATIO: 'a fraction: 0.18 is 18 %',
  DAYS: 'days',
  HOURS: 'hours',
  MONTHS: 'months',
  YEARS: 'years',
  POINTS: 'points',
  SCORE: 'a score',
}
const better: Readonly<Record<Metric['better'], string>> = {
  HIGHER: 'more is better',
  LOWER: 'less is better',
  NEITHER: 'neither more nor less is better',
}
const adds: Readonly<Record<Metric['adds'], string>> = {
  ALWAYS: 'sums over dimensions and time; can be forecast',
  AT_A_TIME: 'as of a day: sums over dimensions, not over time; can be forecast',
  NEVER: 'never summed',
}

/** A page on every metric and dimension of a domain; null where it has none. */
export function metricsPage(domain: Domain): string | null {
  const { metrics, dimensions } = parseCatalogue(subgraphSdl(domain))
  if (metrics.length === 0) return null
  return [
    `# Metrics of ${titleOf(domain)}\n`,
    generatedFrom(`schema/${domain}.graphql`),
    `Each is asked for with \`${domain}Metrics\`, by any of its dimensions and over any period.\n`,
    ...metrics.map(metricSection),
    '\n## Dimensions\n',
    '| dimension | what it is | members | people say |\n| --- | --- | --- | --- |',
    ...dimensions.map(dimensionRow),
    '',
  ].join('\n')
}

function metricSection({ name, label, description, says, dimensions, scopes, records, ...metric }: Metric): string {
  const lines = [
    `\`${name}\`: ${units[metric.unit]}; ${better[metric.better]}; ${metric.asOf && metric.adds === 'NEVER' ? 'as of a day: never summed' : adds[metric.adds]}.`,
    `By ${dimensions.map((dimension) => `\`${dimension}\``).join(', ') || 'nothing'}.`,
    ...(records === null ? [] : [`Its rows: \`${records.field}\`${records.state ? `, state \`${records.state}\`` : ''}.`]),
    ...(scopes.length === 0
      ? []
      : [`Needs ${scopes.map((all) => all.map((scope) => `\`${scope}\``).join(' and ')).join(', or ')}.`]),
    `People say: ${says.join(', ')}.`,
  ]
  return `\n## ${label}\n\n${description}\n\n${lines.map((line) => `- ${line}`).join('\n')}`
}

const dimensionRow = ({ name, label, description, entity, says }: Dimension): string =>
  `| ${label} \`${name}\` | ${inLine(description)} | ${entity === null ? 'values' : `\`${entity}\``} | ${says.join(', ')} |`
