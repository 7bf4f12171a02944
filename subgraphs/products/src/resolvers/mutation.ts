import { orRefused } from '@aems/kit/refusal.ts'
import type { MutationResolvers } from '../graph.generated.ts'

/** What a refusal is called, by its kind. */
const refusals = {
  value: 'ProductsValueRefused',
  reference: 'ProductsReferenceRefused',
  state: 'ProductsStateRefused',
} as const

/** What was changed, as it is now; its id was given by the command that changed it. */
async function asNow<Name extends string, Row extends object>(name: Name, id: string, row: Promise<Row | null>) {
  const found = await row
  if (found === null) throw new TypeError(`${name} ${id} is gone.`)
  return { __typename: name, ...found }
}

export const Mutation: Required<MutationResolvers> = {
  createProduct: (_, { input }, { supply }) =>
    orRefused(
      refusals,
      supply.commands.createProduct(input).then((id) => asNow('Product', id, supply.products.byId(id))),
    ),
  changeProductLifecycle: (_, { input }, { supply }) =>
    orRefused(
      refusals,
      supply.commands.changeLifecycle(input).then((id) => asNow('Product', id, supply.products.byId(id))),
    ),
  moveStock: (_, { input }, { supply }) =>
    orRefused(
      refusals,
      supply.commands.moveStock(input).then((id) => asNow('StockMovement', id, supply.stockMovements.byId(id))),
    ),
  countStock: (_, { input }, { supply }) =>
    orRefused(
      refusals,
      supply.commands.countStock(input).then((id) => asNow('StockCount', id, supply.stockCounts.byId(id))),
    ),
  orderFromSupplier: (_, { input }, { supply }) =>
    orRefused(
      refusals,
      supply.commands.orderFromSupplier(input).then((id) => asNow('PurchaseOrder', id, supply.purchaseOrders.byId(id))),
    ),
  receivePurchase: (_, { input }, { supply }) =>
    orRefused(
      refusals,
      supply.commands.receivePurchase(input).then((id) => asNow('PurchaseOrder', id, supply.purchaseOrders.byId(id))),
    ),
}
