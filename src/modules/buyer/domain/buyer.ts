import { parseEan } from "../../../rules"
import type { BuyerFields } from "./buyer-fields"

/** What a register said of the buyer. `unverified` is no verdict: nobody was asked, or nobody answered. */
export type RegisterState = {
  status: "valid" | "invalid" | "unverified"
  /** ISO instant of the register's answer. */
  checked_at: string | null
  /** Data of this company must not be used for advertising (CVR-loven § 19). */
  advertising_protected: boolean | null
}

/** Who buys, as stored. */
export type Buyer = BuyerFields & {
  id: string
  register: RegisterState
  /** `ean_not_danish`: the number is valid but does not start with 579, like a product's barcode. */
  warnings: "ean_not_danish"[]
}

/** What to tell about fields that are accepted all the same. */
export const warningsOf = ({ ean }: Pick<BuyerFields, "ean">): Buyer["warnings"] => {
  const result = parseEan(ean ?? "")
  return result.ok && result.warnNotDanish ? ["ean_not_danish"] : []
}
