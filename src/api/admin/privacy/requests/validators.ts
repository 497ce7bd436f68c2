import { z } from "@medusajs/framework/zod"
import {
  REFUSAL_GROUNDS,
  REQUEST_KINDS,
  STAFF_PROOFS,
} from "../../../../modules/subject-request/domain/kinds"
import { REQUEST_STATES } from "../../../../modules/subject-request/domain/machine"
import { REQUEST_SORTS } from "../../../../workflows/subject-request"
import { subjectFields } from "../../../_shared/personal-data-subject"
import { textField } from "../../../_shared/text-field"
import { lazy } from "../../../../shared/lazy"
import type { RequestEvent } from "../../../../modules/subject-request/domain/machine"

export const requestBody = lazy(() =>
  z
    .strictObject({
      kind: z.enum(REQUEST_KINDS),
      channel: z.enum(["mail", "phone", "letter"]),
      /** The Danish day it came; today when left out. */
      received_on: z.iso.date().optional(),
      /** Language of the answer. */
      locale: z.enum(["da", "en"]).optional(),
      customer_id: z.string().min(1).max(64).optional(),
      email: z.string().trim().max(320).pipe(z.email()).optional(),
      name: textField(200).optional(),
      /** What the person wrote or said. */
      message: textField(5_000).optional(),
      /** Who asks on the person's behalf. */
      representative_name: textField(200).optional(),
      /** What staff saw of their authority, such as "fuldmagt af 1. november"; no copy is kept. */
      authority_seen: textField(500).optional(),
    })
    .refine(
      ({ representative_name, authority_seen }) =>
        (representative_name === undefined) === (authority_seen === undefined),
      {
        path: ["authority_seen"],
        message: "give representative_name and authority_seen together",
      }
    )
    .refine(
      ({ customer_id, email, name }) =>
        customer_id !== undefined || email !== undefined || name !== undefined,
      { path: ["email"], message: "say who asks: customer_id, email or name" }
    )
)

export type RequestBody = z.infer<ReturnType<typeof requestBody>>

const reason = lazy(() => textField(1_000))

export const identityBody = lazy(() =>
  z
    .strictObject({
      proof: z.enum(STAFF_PROOFS),
      /** What the person read back, with or without spaces. */
      code: z
        .string()
        .transform((typed) => typed.replace(/\s/g, ""))
        .pipe(z.string().regex(/^\d{8}$/, "must be eight digits"))
        .optional(),
    })
    .refine(({ proof, code }) => (proof === "spoken_code") === (code !== undefined), {
      path: ["code"],
      message: "is given with the proof spoken_code, and only with it",
    })
)
export type IdentityBody = z.infer<ReturnType<typeof identityBody>>

/** Why, in words: to the person (an extension, a refusal) and for who looks at the case later. */
export const reasonBody = lazy(() => z.strictObject({ reason: reason() }))
export type ReasonBody = z.infer<ReturnType<typeof reasonBody>>

export const refusalBody = lazy(() =>
  z.strictObject({ ground: z.enum(REFUSAL_GROUNDS), reason: reason() })
)
export type RefusalBody = z.infer<ReturnType<typeof refusalBody>>

const preview = lazy(() => z.strictObject({ reason: reason().optional() }))

/** A decision that owes a letter, as the event it would be. */
export const letterPreviewBody = lazy(() =>
  z
    .discriminatedUnion("action", [
      preview().extend({
        action: z.enum(["identity_asked", "completed", "partly_completed", "withdrawn"]),
      }),
      preview().extend({ action: z.literal("extended") }),
      preview().extend({ action: z.literal("refused"), ground: z.enum(REFUSAL_GROUNDS) }),
    ])
    .transform(({ reason: words, ...body }) => ({ reason: words, event: eventOf(body) }))
)

type PreviewedAction =
  | { action: "identity_asked" | "completed" | "partly_completed" | "withdrawn" | "extended" }
  | { action: "refused"; ground: (typeof REFUSAL_GROUNDS)[number] }

const eventOf = (body: PreviewedAction): RequestEvent => {
  if (body.action === "refused") return { type: body.action, ground: body.ground }
  return body.action === "extended"
    ? { type: body.action, has_reasons: true }
    : { type: body.action }
}

export type LetterPreviewBody = z.output<ReturnType<typeof letterPreviewBody>>

export const emptyBody = lazy(() => z.strictObject({}))

export const requestListQuery = lazy(() =>
  z.object({
    kind: z.enum(REQUEST_KINDS).optional(),
    open: z
      .enum(["true", "false"])
      .transform((text) => text === "true")
      .optional(),
    state: z.enum(REQUEST_STATES).optional(),
    /** Part of a name or an e-mail, or the whole id. */
    q: z.string().trim().max(320).optional(),
    customer_id: z.string().max(64).optional(),
    /** By the day to answer by, or by the day it came. */
    order: z.enum(REQUEST_SORTS).optional(),
    limit: z.coerce.number().int().min(1).max(100).default(20),
    offset: z.coerce.number().int().min(0).default(0),
  })
)

export type RequestListQuery = z.infer<ReturnType<typeof requestListQuery>>

const text = lazy(() => textField(200).optional())

const email = lazy(() => z.string().trim().max(320).pipe(z.email()).optional())

const atMostOne = ({ customer_id, email: given, selection_id }: SubjectValues): boolean =>
  [customer_id, given, selection_id].filter((value) => value !== undefined).length <= 1

type SubjectValues = {
  customer_id?: string | undefined
  email?: string | undefined
  selection_id?: string | undefined
}

const ONE = { path: ["customer_id"], message: "give one of customer_id, email and selection_id" }

export const subjectBody = lazy(() =>
  z
    .strictObject(subjectFields())
    .refine(atMostOne, ONE)
    .refine((body) => Object.values(body).some((value) => value !== undefined), ONE)
)

export type SubjectBody = z.infer<ReturnType<typeof subjectBody>>

const corrected = lazy(() => ({
  first_name: text(),
  last_name: text(),
  company: text(),
  address_1: text(),
  address_2: text(),
  postal_code: text(),
  city: text(),
  phone: text(),
}))

const address = lazy(() =>
  z.union(
    [
      z.strictObject({ ...corrected(), id: z.string().min(1).max(64) }),
      z.strictObject({
        ...corrected(),
        order_id: z.string().min(1).max(64),
        type: z.enum(["shipping", "billing"]),
      }),
    ],
    "give id, or order_id and type, and what is to stand there"
  )
)

export const fulfilmentBody = lazy(() =>
  z
    .strictObject({
      ...subjectFields(),
      reason: reason().optional(),
      /** What the preview gave; 409 when somebody has named another person since. */
      subject_version: z.string().max(64).optional(),
      locale: z.enum(["da", "en"]).optional(),
      customer: z
        .strictObject({ first_name: text(), last_name: text(), email: email(), phone: text() })
        .optional(),
      addresses: z.array(address()).min(1).max(50).optional(),
      override_blocks: z.boolean().optional(),
      finish_by: z.iso.date().optional(),
      ground: z.enum(["accuracy_contested", "unlawful", "legal_claim", "objection"]).optional(),
      ends_on: z.iso.date().optional(),
      decision: z.enum(["upheld", "changed"]).optional(),
      purposes: z.array(textField(100)).min(1).max(50).optional(),
    })
    .refine(atMostOne, ONE)
)

export type FulfilmentBody = z.infer<ReturnType<typeof fulfilmentBody>>
const sender = lazy(() =>
  z
    .string()
    .trim()
    .max(400)
    .transform((typed) => {
      const [, name = "", email = typed] = /^([^<>]*)<([^<>]+)>$/.exec(typed) ?? []
      return { name: name.replace(/^[\s"']+|[\s"']+$/g, ""), email }
    })
    .pipe(
      z.object({
        name: z.string(),
        email: z
          .string()
          .trim()
          .max(320)
          .pipe(z.email("must be an e-mail, or a name with one in <>")),
      })
    )
)

export const proposalBody = lazy(() =>
  z.strictObject({
    sender: sender(),
    received_on: z.iso.date().optional(),
    kind: z.enum(REQUEST_KINDS).optional(),
    /** Language of the answer. */
    locale: z.enum(["da", "en"]).optional(),
  })
)
export type ProposalBody = z.infer<ReturnType<typeof proposalBody>>

/** A code is asked for without saying anything. */
export const codeBody = lazy(() => z.strictObject({}).default({}))
