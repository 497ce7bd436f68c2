import type { Veto } from "medusa-plugin-denmark/personal-data"
import { giftMessages } from "./gift-messages"

/** Only the store knows of this lawsuit. The word is shown to staff; null lets the erasure go on. */
const veto: Veto["ask"] = async ({ transaction, keys }) => {
  const disputed = await transaction("gift_message")
    .whereIn("order_id", [...keys.order])
    .where({ state: "in_court" })
    .first<{ id: string } | undefined>("id")
  return disputed ? "open_lawsuit" : null
}

/** In medusa-config.ts: `options: { …, personalData }`. */
export const personalData = { register: [giftMessages], veto }
