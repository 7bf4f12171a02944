import type { DomainDatabase } from '@aems/drizzle/client.ts'
import type { ChangeData } from '@aems/kit/changes.ts'
import { unauthenticated } from '@aems/kit/errors.ts'
import { readingAs } from '@aems/kit/lists.ts'
import { admitting } from '@aems/kit/metrics/admission.ts'
import type { SubgraphRequest } from '@aems/kit/subgraph.ts'
import { today, type Viewer } from '@aems/kit/viewer.ts'
import { changeData } from './data/changes.ts'
import { type SupplyCommands, supplyCommands } from './data/commands/commands.ts'
import { type DemandPlanData, demandPlanData } from './data/demand-plans.ts'
import { type MetricData, metricData } from './data/metrics.ts'
import { type ProductData, productData } from './data/products.ts'
import { type PurchaseOrderLineData, purchaseOrderLineData } from './data/purchase-order-lines.ts'
import { type PurchaseOrderData, purchaseOrderData } from './data/purchase-orders.ts'
import { type StockData, stockData } from './data/stock.ts'
import { type StockCountData, stockCountData } from './data/stock-counts.ts'
import { type StockMovementData, stockMovementData } from './data/stock-movements.ts'
import { type SupplierData, supplierData } from './data/suppliers.ts'
import { type WarehouseData, warehouseData } from './data/warehouses.ts'
import { productsCatalogue } from './metrics/metrics.ts'

/** What resolvers work with, made anew for each request: look-ups share their batches within one. */
export interface Context {
  readonly viewer: Viewer | null
  /** The domain's data. @throws GraphError UNAUTHENTICATED where nobody is signed in. */
  readonly supply: SupplyData
}

/** Products and supply as one viewer may see them. */
export interface SupplyData {
  /** The company's today. */
  readonly today: string
  readonly metrics: MetricData
  readonly products: ProductData
  readonly warehouses: WarehouseData
  readonly suppliers: SupplierData
  readonly stock: StockData
  readonly stockCounts: StockCountData
  readonly stockMovements: StockMovementData
  readonly purchaseOrders: PurchaseOrderData
  readonly purchaseOrderLines: PurchaseOrderLineData
  readonly changes: ChangeData
  readonly demandPlans: DemandPlanData
  readonly commands: SupplyCommands
}

function supplyData(database: DomainDatabase, viewer: Viewer): SupplyData {
  const read = readingAs(database, viewer)
  const admit = admitting(productsCatalogue, read, viewer)
  const plans = demandPlanData(read, viewer)
  return {
    today: today(viewer.company),
    demandPlans: plans,
    metrics: metricData(database, viewer, plans),
    products: productData(read),
    warehouses: warehouseData(read),
    suppliers: supplierData(read),
    stock: stockData(read, admit),
    stockCounts: stockCountData(read, admit),
    stockMovements: stockMovementData(read, admit),
    purchaseOrders: purchaseOrderData(read, admit),
    purchaseOrderLines: purchaseOrderLineData(read, admit),
    changes: changeData(read),
    commands: supplyCommands(database, viewer, today(viewer.company)),
  }
}

export function productsContext(database: DomainDatabase, { viewer }: SubgraphRequest): Context {
  let data: SupplyData | undefined
  return {
    viewer,
    get supply() {
      if (!viewer) throw unauthenticated()
      data ??= supplyData(database, viewer)
      return data
    },
  }
}
