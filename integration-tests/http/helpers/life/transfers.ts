import { selectRows } from "../../../../src/shared/postgres"
import type { LivingAccount } from "./account"
import type { Caller, Diary } from "./diary"

/** The code that Medusa sends by e-mail to the order's owner. */
const mailedToken = async (diary: Diary, orderId: string): Promise<string> => {
  const [row] = await selectRows<{ token: string }>(
    diary.suite.database(),
    `SELECT details->>'token' AS token FROM order_change_action
      WHERE order_id = ? AND action = 'TRANSFER_CUSTOMER' ORDER BY created_at DESC LIMIT 1`,
    [orderId]
  )
  return row?.token ?? ""
}

/** The account takes over an order its person made as a guest. */
export const takeOver = async (
  diary: Diary,
  { me }: LivingAccount,
  orderId: string
): Promise<void> => {
  const path = `/store/orders/${orderId}/transfer`
  await me.post(`${path}/request`, { description: diary.type("takedescription") })
  await me.post(`${path}/accept`, { token: await mailedToken(diary, orderId) })
}

/** Somebody else's order that was to become this person's: once declined, once dropped by staff, once by the person. */
export const failToTakeOver = async (
  diary: Diary,
  { account, staff, bystander }: { account: LivingAccount; staff: Caller; bystander: Diary },
  orderId: string
): Promise<void> => {
  const path = `/store/orders/${orderId}/transfer`
  await account.me.post(`${path}/request`, {
    description: diary.type("declinedtransfer"),
    update_order_email: true,
  })
  await bystander.visitor.post(`${path}/decline`, { token: await mailedToken(diary, orderId) })
  await account.me.post(`${path}/request`, { update_order_email: true })
  await account.me.post(`${path}/cancel`)
  await staff.post(`/admin/orders/${orderId}/transfer`, {
    customer_id: account.customerId,
    description: bystander.type("stafftransfer"),
    internal_note: bystander.type("stafftransferinternal"),
    update_order_email: true,
  })
  await staff.post(`/admin/orders/${orderId}/transfer/cancel`)
}
