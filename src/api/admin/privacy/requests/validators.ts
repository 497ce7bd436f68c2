import { z } from "@medusajs/framework/zod"
import {
  IDENTITY_PROOFS,
  REFUSAL_GROUNDS,
  REQUEST_KINDS,
} from "../../../../modules/subject-request/domain/kinds"
import type { RequestEvent } from "../../../../modules/subject-request/domain/machine"

export const requestBody = z
  .strictObject({
    kind: z.enum(REQUEST_KINDS),
    channel: z.enum(["mail", "phone", "letter"]),
    /** The Danish day it came; today when left out. */
    received_on: z.iso.date().optional(),
    /** Language of the answer. */
    locale: z.enum(["da", "en"]).optional(),
    customer_id: z.string().min(1).max(64).optional(),
    email: z.string().trim().max(320).pipe(z.email()).optional(),
    name: z.string().trim().min(1).max(200).optional(),
    /** What the person wrote or said. */
    message: z.string().trim().min(1).max(5_000).optional(),
  })
  .refine(
    ({ customer_id, email, name }) =>
      customer_id !== undefined || email !== undefined || name !== undefined,
    { path: ["email"], message: "say who asks: customer_id, email or name" }
  )

export type RequestBody = z.infer<typeof requestBody>

const reason = z.string().trim().min(1).max(1_000)

export const identityBody = z.strictObject({ proof: z.enum(IDENTITY_PROOFS) })
export type IdentityBody = z.infer<typeof identityBody>

/** Why, in words: to the person (an extension, a refusal) and for who looks at the case later. */
export const reasonBody = z.strictObject({ reason })
export type ReasonBody = z.infer<typeof reasonBody>

export const refusalBody = z.strictObject({ ground: z.enum(REFUSAL_GROUNDS), reason })
export type RefusalBody = z.infer<typeof refusalBody>

const preview = z.strictObject({ reason: reason.optional() })

/** A decision that owes a letter, as the event it would be. */
export const letterPreviewBody = z
  .discriminatedUnion("action", [
    preview.extend({ action: z.enum(["identity_asked", "completed", "partly_completed"]) }),
    preview.extend({ action: z.literal("extended") }),
    preview.extend({ action: z.literal("refused"), ground: z.enum(REFUSAL_GROUNDS) }),
  ])
  .transform(({ reason: words, ...body }) => ({ reason: words, event: eventOf(body) }))

type PreviewedAction =
  | { action: "identity_asked" | "completed" | "partly_completed" | "extended" }
  | { action: "refused"; ground: (typeof REFUSAL_GROUNDS)[number] }

const eventOf = (body: PreviewedAction): RequestEvent => {
  if (body.action === "refused") return { type: body.action, ground: body.ground }
  return body.action === "extended"
    ? { type: body.action, has_reasons: true }
    : { type: body.action }
}

export type LetterPreviewBody = z.output<typeof letterPreviewBody>

export const emptyBody = z.strictObject({})

export const requestListQuery = z.object({
  kind: z.enum(REQUEST_KINDS).optional(),
  open: z
    .enum(["true", "false"])
    .transform((text) => text === "true")
    .optional(),
  customer_id: z.string().max(64).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
  offset: z.coerce.number().int().min(0).default(0),
})

export type RequestListQuery = z.infer<typeof requestListQuery>
