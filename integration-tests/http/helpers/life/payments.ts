import type { Caller, Diary } from "./diary"

type Order = {
  order: {
    payment_collections: {
      id: string
      payments: { id: string; captured_at: string | null; amount: number }[]
    }[]
    summary: { pending_difference: number }
  }
}

const readPayments = async (staff: Caller, orderId: string): Promise<Order["order"]> =>
  (
    await staff.get<Order>(
      `/admin/orders/${orderId}?fields=id,summary,payment_collections.id,payment_collections.payments.*`
    )
  ).order

/** Captures what is authorised. */
export const captureAll = async (staff: Caller, orderId: string): Promise<void> => {
  const { payment_collections } = await readPayments(staff, orderId)
  for (const { id, captured_at: capturedAt } of payment_collections.flatMap(
    ({ payments }) => payments
  )) {
    if (capturedAt === null) await staff.post(`/admin/payments/${id}/capture`, {})
  }
}

/** Gives some money back, with a note. */
export const refund = async (
  diary: Diary,
  staff: Caller,
  { orderId, amount, reasonId }: { orderId: string; amount: number; reasonId: string }
): Promise<void> => {
  const { payment_collections } = await readPayments(staff, orderId)
  const payment = payment_collections
    .flatMap(({ payments }) => payments)
    .find(({ captured_at: capturedAt }) => capturedAt !== null)
  await staff.post(`/admin/payments/${payment?.id ?? ""}/refund`, {
    amount,
    note: diary.type("refundnote"),
    refund_reason_id: reasonId,
  })
}

/** A credit line for a part of what is due. */
export const typeCreditLine = (diary: Diary, place: string) => ({
  amount: 1,
  reference: diary.type(`${place}creditreference`),
  reference_id: diary.type(`${place}creditreferenceid`),
  metadata: { why: diary.type(`${place}creditmeta`, "unstored") },
})

/** Gives a credit line for a part of what an order's changes left open. */
export const credit = async (
  diary: Diary,
  staff: Caller,
  { orderId, place }: { orderId: string; place: string }
): Promise<void> => {
  const { summary } = await readPayments(staff, orderId)
  if (summary.pending_difference <= 1) throw new Error(`${place}: nothing is due`)
  await staff.post(`/admin/orders/${orderId}/credit-lines`, typeCreditLine(diary, place))
}

/** Marks what is still due as paid, as staff does who got a transfer. */
export const settle = async (staff: Caller, orderId: string): Promise<void> => {
  const { summary } = await readPayments(staff, orderId)
  if (summary.pending_difference <= 0) return
  const { payment_collection } = await staff.post<{ payment_collection: { id: string } }>(
    "/admin/payment-collections",
    { order_id: orderId, amount: summary.pending_difference }
  )
  await staff.post(`/admin/payment-collections/${payment_collection.id}/mark-as-paid`, {
    order_id: orderId,
  })
}
