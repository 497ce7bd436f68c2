import { spoiltAmounts } from "./amounts"
import type { Spoilt } from "./base"
import { spoiltParties } from "./parties"
import { spoiltPayments } from "./payments"
import { spoiltVat } from "./vat"

/** One document for every problem, and more where formats differ. */
export const spoiltDocuments: readonly Spoilt[] = [
  ...spoiltParties,
  ...spoiltVat,
  ...spoiltAmounts,
  ...spoiltPayments,
]
