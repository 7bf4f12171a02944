import type { ViewerTransaction } from '@aems/drizzle/client.ts'
import { newId } from '@aems/drizzle/ids.ts'
import { products } from '@aems/drizzle/products/tables.ts'
import type { RunCommand } from '@aems/kit/commands.ts'
import { Refusal } from '@aems/kit/refusal.ts'
import { isId } from '@aems/kit/rows.ts'
import type { Viewer } from '@aems/kit/viewer.ts'
import { eq } from 'drizzle-orm'
import { entering, stageOf } from '../../domain/lifecycle.ts'
import type { ChangeProductLifecycleInput, CreateProductInput } from '../../graph.generated.ts'
import { noteChange } from '../changes.ts'
import { dayGiven, must, mustBeThere, textGiven, unknownReference, unsignedGiven } from './given.ts'

/** Takes a product into the books. @throws Refusal */
export function createProduct(run: RunCommand, viewer: Viewer, input: CreateProductInput): Promise<string> {
  const { idempotencyKey, ref, name, supplierId, status, launchedOn, leadTimeDays, ...given } = input
  const stage = stageOf((status ?? 'DRAFT').toLowerCase())
  return run({ name: 'createProduct', idempotencyKey }, async (tx) => {
    const id = newId()
    const own = ref == null ? id : textGiven(ref, 'A ref', ['input', 'ref'])
    if (supplierId != null) await mustBeThere(tx, 'supplier', supplierId, ['input', 'supplierId'])
    await mustBeFree(tx, own)
    must((leadTimeDays ?? 0) >= 0, `A lead time of ${leadTimeDays} days is below zero.`, ['input', 'leadTimeDays'])
    const became = {
      ref: own,
      name: textGiven(name, 'A name', ['input', 'name']),
      sku: given.sku ?? null,
      category: given.category ?? null,
      subcategory: given.subcategory ?? null,
      model: given.model ?? null,
      status: stage,
      standardCost: amount(given.standardCost, 'standardCost'),
      listPrice: amount(given.listPrice, 'listPrice'),
      reorderPoint: amount(given.reorderPoint, 'reorderPoint'),
      safetyStock: amount(given.safetyStock, 'safetyStock'),
      leadTimeDays: leadTimeDays ?? null,
      supplierId: supplierId ?? null,
      launchedOn: launchedOn ?? (stage === 'draft' ? null : dayGiven(viewer, null, [])),
    }
    await tx.insert(products).values({ tenantId: viewer.company.id, id, ...became })
    await noteChange(tx, viewer, { subjectId: id, action: 'createProduct', became })
    return { id, event: { type: 'product.created', subject: {} } }
  })
}

const amount = (value: string | null | undefined, field: string): string | null =>
  value == null ? null : unsignedGiven(value, 'What is given', ['input', field])

async function mustBeFree(tx: ViewerTransaction, ref: string): Promise<void> {
  const [taken] = await tx.select({ name: products.name }).from(products).where(eq(products.ref, ref))
  if (taken !== undefined)
    throw new Refusal(`The ref ${ref} belongs to ${taken.name}. Choose another.`, ['input', 'ref'], 'value')
}

/** Moves a product on in its life, and keeps its days. @throws Refusal */
export function changeLifecycle(run: RunCommand, viewer: Viewer, input: ChangeProductLifecycleInput): Promise<string> {
  const { productId, status, on, idempotencyKey } = input
  return run({ name: 'changeProductLifecycle', idempotencyKey }, async (tx) => {
    const day = dayGiven(viewer, on, ['input', 'on'])
    const [product] = isId(productId) ? await tx.select().from(products).where(eq(products.id, productId)).for('update') : []
    if (product === undefined) throw unknownReference('product', productId, ['input', 'productId'])
    const stage = stageOf(status.toLowerCase())
    const next = stage && entering(product, stage, day)
    if (next == null) {
      throw new Refusal(`${product.name} has been on sale and can't be a draft again. Discontinue it instead.`, [
        'input',
        'status',
      ])
    }
    if (next.launchedOn !== null && next.discontinuedOn !== null && next.discontinuedOn < next.launchedOn) {
      throw new Refusal(`${product.name} was launched on ${next.launchedOn} and can't end before.`, ['input', 'on'], 'value')
    }
    const { status: was, launchedOn, discontinuedOn } = product
    await tx.update(products).set(next).where(eq(products.id, product.id))
    await noteChange(tx, viewer, {
      subjectId: product.id,
      action: 'changeProductLifecycle',
      was: { status: was, launchedOn, discontinuedOn },
      became: next,
    })
    return { id: product.id, event: { type: 'product.lifecycle-changed', subject: { status: stage } } }
  })
}
