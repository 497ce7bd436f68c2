import { z } from "@medusajs/framework/zod"
import { lazy } from "../../../shared/lazy"

const count = lazy(() => z.object({ category: z.string(), rows: z.number().int() }))

/** A document or order that a law keeps, with the last day; null when no financial year covers it. */
const keptDocument = lazy(() =>
  z.object({
    number: z.string(),
    keep_through: z.iso.date().nullable(),
    law: z.string(),
  })
)
const keptOrder = lazy(() =>
  z.object({
    display_id: z.number().int(),
    keep_through: z.iso.date(),
    law: z.string(),
  })
)
const waiting = lazy(() =>
  z.object({
    id: z.string(),
    display_id: z.number().int().nullable(),
    reason: z.string(),
  })
)

/** Orders by whose numbers recipients know the person; absent from events that were written before it was. */
const recipient_order_ids = lazy(() => z.array(z.string()).optional())

/** Names of the companies that are told of it (Art. 19). */
const recipients = lazy(() => z.array(z.string()))

/**
 * What came of a request, for its timeline and its letter. Ids, counts, numbers and days; no personal data, for the timeline
 * outlives the person's name.
 */
export const outcomeSchema = lazy(() =>
  z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("information") }),
    /** A copy was made to be handed out; it is not stored. */
    z.object({ kind: z.literal("access"), profile: z.literal("access"), held: z.array(count()) }),
    z.object({ kind: z.literal("portability"), profile: z.literal("portability") }),
    z.object({
      kind: z.literal("rectification"),
      /** `customer.phone`, `address.city`, `order.shipping_address.city`: names only. */
      fields: z.array(z.string()),
      order_ids: z.array(z.string()),
      /** Issued documents that say something else; they are corrected by a credit note and a new document. */
      invoices_to_correct: z.array(z.string()),
      recipient_order_ids: recipient_order_ids(),
      recipients: recipients(),
    }),
    z.object({
      kind: z.literal("erasure"),
      /** Null when nothing was left to erase. */
      erasure_id: z.string().nullable(),
      /** False while it goes on by itself. */
      is_done: z.boolean(),
      erased: z.array(count()),
      kept_documents: z.array(keptDocument()),
      kept_orders: z.array(keptOrder()),
      waiting: z.array(waiting()),
      /** Orders that may be somebody else's; they are left until staff confirms them. */
      uncertain_orders: z.number().int(),
      recipients: recipients(),
    }),
    z.object({
      kind: z.literal("restriction"),
      ground: z.enum(["accuracy_contested", "unlawful", "legal_claim", "objection"]),
      restriction_ids: z.array(z.string()),
      /** Orders that may be somebody else's; they are left until staff confirms them. */
      uncertain_orders: z.number().int().default(0),
      recipient_order_ids: recipient_order_ids(),
      /** Last day; null when it holds until it is lifted. */
      ends_on: z.iso.date().nullable().default(null),
      recipients: recipients(),
    }),
    z.object({ kind: z.literal("objection_marketing"), addresses: z.number().int() }),
    z.object({
      kind: z.literal("objection_automated"),
      /** The store's own rules and the limit of buying on invoice; none when no decision is automated. */
      rules: z.array(z.object({ da: z.string(), en: z.string() })),
      decision: z.enum(["upheld", "changed"]),
      /** Id of the user who looked at it. */
      reviewed_by: z.string(),
    }),
    z.object({
      kind: z.literal("consent_withdrawal"),
      /** What stands withdrawn now. */
      withdrawn: z.array(z.object({ purpose: z.string(), channel: z.string() })),
    }),
  ])
)

export type Outcome = z.infer<ReturnType<typeof outcomeSchema>>
export type OutcomeOf<Kind extends Outcome["kind"]> = Extract<Outcome, { kind: Kind }>

/**
 * Whether all that was asked for is done: `planned` while an erasure waits, `partly_completed` when a law keeps something or
 * orders were left because they may be somebody else's.
 */
export const endOf = (outcome: Outcome): "planned" | "completed" | "partly_completed" => {
  if (outcome.kind === "restriction") {
    return outcome.uncertain_orders > 0 ? "partly_completed" : "completed"
  }
  if (outcome.kind !== "erasure") return "completed"
  if (!outcome.is_done) return "planned"
  const { kept_documents: documents, kept_orders: orders, uncertain_orders: uncertain } = outcome
  const left = documents.length + orders.length + uncertain
  return left > 0 ? "partly_completed" : "completed"
}
