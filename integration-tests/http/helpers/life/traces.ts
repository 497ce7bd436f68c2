import { Modules } from "@medusajs/framework/utils"
import type { LivingAccount } from "./account"
import type { Caller, Diary } from "./diary"

/** What a store sends on an order: to whom, with the whole order in it. */
export const sendMessages = async (
  diary: Diary,
  { account, staff, orderId }: { account: LivingAccount; staff: Caller; orderId: string }
): Promise<void> => {
  const { order } = await staff.get<{ order: Record<string, unknown> }>(`/admin/orders/${orderId}`)
  await diary.suite
    .container()
    .resolve(Modules.NOTIFICATION)
    .createNotifications([
      {
        to: account.email,
        channel: "feed",
        template: "order-placed",
        data: { order, greeting: diary.type("greeting", "hidden") },
        resource_id: orderId,
        idempotency_key: `order-placed-${account.email}`,
      },
      {
        to: account.email.toLowerCase(),
        channel: "feed",
        template: "customer-welcome",
        receiver_id: account.customerId,
        data: { code: diary.type("livecode", "hidden") },
      },
    ])
}

type Campaign = { campaign: { id: string } }

/** A discount that everybody may use twice, counted by e-mail. */
export const openCampaign = async (shop: Diary, staff: Caller): Promise<string> => {
  const { campaign } = await staff.post<Campaign>("/admin/campaigns", {
    name: shop.type("campaign", "shop"),
    campaign_identifier: shop.type("campaignid", "shop"),
    budget: { type: "use_by_attribute", limit: 2, attribute: "customer_email" },
  })
  const code = shop.type("code", "shop").toUpperCase()
  await staff.post("/admin/promotions", {
    code,
    type: "standard",
    status: "active",
    campaign_id: campaign.id,
    application_method: {
      type: "fixed",
      target_type: "order",
      value: 1,
      currency_code: "dkk",
      allocation: "across",
    },
  })
  return code
}

/** Reasons of returns and refunds, which the shop words itself. */
export const wordReasons = async (
  shop: Diary,
  staff: Caller
): Promise<{ returnReasonId: string; refundReasonId: string }> => {
  const back = await staff.post<{ return_reason: { id: string } }>("/admin/return-reasons", {
    value: shop.type("reasonvalue", "shop"),
    label: shop.type("reasonlabel", "shop"),
  })
  const money = await staff.post<{ refund_reason: { id: string } }>("/admin/refund-reasons", {
    label: shop.type("refundlabel", "shop"),
    code: shop.type("refundcode", "shop"),
  })
  return { returnReasonId: back.return_reason.id, refundReasonId: money.refund_reason.id }
}

/** The notice that checkouts show. */
export const publishNotice = async (shop: Diary, staff: Caller): Promise<string> => {
  const { notice } = await staff.post<{ notice: { id: string } }>("/admin/privacy/notices", {
    kind: "privacy",
    locale: "da",
    body: shop.type("notice", "shop"),
  })
  await staff.post(`/admin/privacy/notices/${notice.id}/publish`, {})
  return notice.id
}

/** Staff and their own texts, which no customer's erasure touches. */
export const hireStaff = async (shop: Diary, staff: Caller): Promise<void> => {
  await staff.post("/admin/invites", {
    email: `${shop.type("invitemail", "shop")}@butik.example`,
    metadata: { team: shop.type("invitemeta", "shop") },
  })
  const { user } = await staff.get<{ user: { id: string } }>("/admin/users/me")
  await staff.post(`/admin/users/${user.id}`, {
    first_name: shop.type("stafffirst", "shop"),
    last_name: shop.type("stafflast", "shop"),
  })
}
