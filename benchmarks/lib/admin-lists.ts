import type { Store } from "./store-process"

/** As Admin asks for its lists. */
export const ORDERS =
  "/admin/orders?limit=20&fields=id,status,created_at,email,display_id,payment_status,fulfillment_status,total,currency_code,*customer,*sales_channel"
export const PRODUCTS = "/admin/products?limit=20"

/** Reads are logged, as in a store where staff has been told. */
export const publishStaffNotice = async (store: Store): Promise<void> => {
  const headers = store.staff
  const body = { kind: "staff", locale: "da", body: "Vi logger, hvem der slår kunder op." }
  const { notice } = await store.call<{ notice: { id: string } }>(
    "POST",
    "/admin/privacy/notices",
    { headers, body }
  )
  await store.call("POST", `/admin/privacy/notices/${notice.id}/publish`, { headers, body: {} })
}
