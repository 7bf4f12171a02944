import type { DomainDatabase } from '@aems/drizzle/client.ts'
import { commands, outbox } from '@aems/drizzle/products/tables.ts'
import { runningCommands } from '@aems/kit/commands.ts'
import { rowViewer } from '@aems/kit/row-viewer.ts'
import type { Viewer } from '@aems/kit/viewer.ts'
import { sql } from 'drizzle-orm'
import type * as graph from '../../graph.generated.ts'
import { changeLifecycle, createProduct } from './products.ts'
import { orderFromSupplier, receivePurchase } from './purchases.ts'
import { countStock, moveStock } from './stock.ts'

/** What a viewer can have done. Each gives the id of what was changed. @throws Refusal */
export interface SupplyCommands {
  createProduct(input: graph.CreateProductInput): Promise<string>
  changeLifecycle(input: graph.ChangeProductLifecycleInput): Promise<string>
  moveStock(input: graph.MoveStockInput): Promise<string>
  countStock(input: graph.CountStockInput): Promise<string>
  orderFromSupplier(input: graph.OrderFromSupplierInput): Promise<string>
  receivePurchase(input: graph.ReceivePurchaseInput): Promise<string>
}

export function supplyCommands(database: DomainDatabase, viewer: Viewer, today: string): SupplyCommands {
  const run = runningCommands(database, { commands, outbox }, viewer)
  /** The month of a movement has a partition before the command touches the table. A day that is none is refused later. */
  const withMonth = async (day: string | null | undefined): Promise<void> => {
    const on = day ?? today
    if (!/^(?:19|20|21)\d{2}-(?:0[1-9]|1[0-2])-\d{2}$/.test(on) || on > today) return
    const month = `${on.slice(0, 7)}-01`
    await database.asViewer(rowViewer(viewer), (tx) =>
      tx.execute(sql`select products.ensure_partitions(${month}::date, ${month}::date)`),
    )
  }
  return {
    createProduct: (input) => createProduct(run, viewer, input),
    changeLifecycle: (input) => changeLifecycle(run, viewer, input),
    moveStock: async (input) => {
      await withMonth(input.on)
      return moveStock(run, viewer, input)
    },
    countStock: (input) => countStock(run, viewer, input),
    orderFromSupplier: (input) => orderFromSupplier(run, viewer, input),
    receivePurchase: async (input) => {
      await withMonth(input.receivedOn)
      return receivePurchase(run, viewer, input)
    },
  }
}
