import { catalogue } from '@aems/schema/catalogue.ts'
import { type Access, type Classification, classify } from '@aems/schema/classification.ts'
import { supergraphSdl } from '@aems/schema/sdl.ts'

let known: Classification | undefined

/** Who may read each field of the composed graph; read once per process. */
const classification = (): Classification => (known ??= classify(supergraphSdl()))

/**
 * What a field of the graph demands of whoever reads it, as `Type.field`: all of it must be met. Null: there is none such.
 */
export function demandsOfField(path: string): readonly Access[] | null {
  const [type = '', field = ''] = path.split('.')
  return classification().get(type)?.get(field) ?? null
}

/** The same of a metric, as `domain.METRIC`: what the field that gives figures demands, and the metric itself. */
export function demandsOfMetric(path: string): readonly Access[] | null {
  const [domain, name] = path.split('.')
  const metric = catalogue().metrics.find((each) => each.domain === domain && each.name === name)
  const ofField = demandsOfField(`Query.${domain}Metrics`)
  if (!metric || !ofField) return null
  return metric.scopes.length === 0 ? ofField : [...ofField, { kind: 'scopes', anyOf: metric.scopes }]
}
