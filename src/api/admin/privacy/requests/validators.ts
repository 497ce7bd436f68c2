import { z } from "@medusajs/framework/zod"
import {
  IDENTITY_PROOFS,
  REFUSAL_GROUNDS,
  REQUEST_KINDS,
} from "../../../../modules/subject-request/domain/kinds"

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
    /** Who asks on the person's behalf. */
    representative_name: z.string().trim().min(1).max(200).optional(),
    /** What staff saw of their authority, such as "fuldmagt af 1. november"; no copy is kept. */
    authority_seen: z.string().trim().min(1).max(500).optional(),
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

export type RequestBody = z.infer<typeof requestBody>

const reason = z.string().trim().min(1).max(1_000)

export const identityBody = z
  .strictObject({
    proof: z.enum(IDENTITY_PROOFS),
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
export type IdentityBody = z.infer<typeof identityBody>

/** Why, in words: to the person (an extension, a refusal) and for who looks at the case later. */
export const reasonBody = z.strictObject({ reason })
export type ReasonBody = z.infer<typeof reasonBody>

export const refusalBody = z.strictObject({ ground: z.enum(REFUSAL_GROUNDS), reason })
export type RefusalBody = z.infer<typeof refusalBody>

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

const sender = z
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

export const proposalBody = z.strictObject({
  sender,
  received_on: z.iso.date().optional(),
  kind: z.enum(REQUEST_KINDS).optional(),
})
export type ProposalBody = z.infer<typeof proposalBody>

/** A code is asked for without saying anything. */
export const codeBody = z.strictObject({}).default({})
