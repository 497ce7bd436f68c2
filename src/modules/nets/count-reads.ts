import type { NetsClient } from "./client"

/**
 * The same client, counting how often it asks Nets for a payment: Nets answers thirty such calls per payment and
 * hour, and whoever reads writes down how often.
 */
export const countReads = (client: NetsClient): { client: NetsClient; reads: () => number } => {
  let reads = 0
  return {
    client: {
      ...client,
      retrieve: (paymentId) => {
        reads += 1
        return client.retrieve(paymentId)
      },
    },
    reads: () => reads,
  }
}
