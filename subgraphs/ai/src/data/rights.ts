import type { Viewer } from '@aems/kit/viewer.ts'
import { type Dimension, type Metric, satisfies } from '@aems/schema/catalogue.ts'
import { type Classification, classify } from '@aems/schema/classification.ts'
import { supergraphSdl } from '@aems/schema/sdl.ts'

let classified: Classification | undefined

/** Whether the viewer may ask a domain for figures at all: what the graph demands of `<domain>Metrics`. */
function mayAsk(domain: string, viewer: Viewer): boolean {
  classified ??= classify(supergraphSdl())
  const access = classified.get('Query')?.get(`${domain}Metrics`) ?? []
  return access.every((each) => each.kind !== 'scopes' || satisfies(viewer.scopes, each.anyOf))
}

/** What of the catalogue a viewer may see: the scopes of its domain's field and its own. */
export function visibleTo(viewer: Viewer): (item: Metric | Dimension) => boolean {
  const domains = new Map<string, boolean>()
  const domainIsOpen = (domain: string): boolean => {
    const known = domains.get(domain) ?? mayAsk(domain, viewer)
    domains.set(domain, known)
    return known
  }
  return (item) => satisfies(viewer.scopes, item.scopes) && domainIsOpen(item.domain)
}
