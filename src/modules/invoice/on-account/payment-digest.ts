import { sha256 } from "../../../shared/sha256"
import { tokensOf } from "../../../shared/tokens"
import type { Secrets } from "../../../shared/tokens"

const PURPOSE = "payment-received"

/** How a registered payment is told apart without keeping what tells it apart. */
export type PaymentDigest = {
  /** What a new row gets. */
  written: string
  /** What the row of the same payment may have. */
  known: readonly string[]
}

/**
 * Digests what tells a payment apart, such as a line of the bank's file, with the store's secret: who reads the table and
 * guesses name, amount and day cannot tell whether they are right. It is known under a previous secret for as long as that
 * is configured, so a secret stays there until no file of its days is read again.
 *
 * Rows from before the secret was used have a bare SHA-256. They are recognised, and keep it: what it was made of is
 * not stored, so they cannot be digested anew.
 */
export const digestPayment = (secrets: Secrets, text: string): PaymentDigest => {
  const [written, ...previous] = tokensOf(secrets, PURPOSE, text)
  return { written, known: [written, ...previous, sha256(text)] }
}
