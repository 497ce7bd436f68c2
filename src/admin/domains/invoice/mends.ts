import type { AdminMissingField } from "../../../types/http"

/** What staff can write where the order is listed. */
export type Mend = "buyer" | "address" | "rate" | "giftCard"

const mendOf = ({ field, code }: AdminMissingField): Mend | null => {
  if (code !== "required") return null
  if (field === "exchange_rate") return "rate"
  if (field === "gift_card") return "giftCard"
  return field.startsWith("billing_address") ? "address" : "buyer"
}

/** The forms that mend what an order lacks, each once. */
export const mendsOf = (missing: readonly AdminMissingField[]): Mend[] => [
  ...new Set(missing.flatMap((field) => mendOf(field) ?? [])),
]

/** The document may be issued once what is required has been written; the rest needs a correction on the order. */
export const mayBeMended = (missing: readonly AdminMissingField[]): boolean =>
  missing.every(({ code }) => code === "required")
