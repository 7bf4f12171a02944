import type { Viewer } from '@aems/kit/viewer.ts'
import { type Catalogue, catalogue } from '@aems/schema/catalogue.ts'
import { visibleTo } from './rights.ts'

/** What of the catalogue a viewer may ask for: metrics without the dimensions that they may not see. */
export function visibleCatalogue(viewer: Viewer): Catalogue {
  const maySee = visibleTo(viewer)
  const { metrics, dimensions } = catalogue()
  const open = dimensions.filter(maySee)
  const isOpen = (domain: string, name: string): boolean =>
    open.some((dimension) => dimension.domain === domain && dimension.name === name)
  return {
    metrics: metrics
      .filter(maySee)
      .map((metric) => ({ ...metric, dimensions: metric.dimensions.filter((name) => isOpen(metric.domain, name)) })),
    dimensions: open,
  }
}
