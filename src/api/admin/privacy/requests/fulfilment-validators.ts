import { z } from "@medusajs/framework/zod"
import { subjectFields } from "../../../_shared/personal-data-subject"

/** Postgres takes every character but one. */
const text = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .refine((typed) => !typed.includes("\0"), "holds a character that no name or address has")
  .optional()

const email = z.string().trim().max(320).pipe(z.email()).optional()

const atMostOne = ({ customer_id, email: given, selection_id }: SubjectValues): boolean =>
  [customer_id, given, selection_id].filter((value) => value !== undefined).length <= 1

type SubjectValues = {
  customer_id?: string | undefined
  email?: string | undefined
  selection_id?: string | undefined
}

const ONE = { path: ["customer_id"], message: "give one of customer_id, email and selection_id" }

export const subjectBody = z
  .strictObject(subjectFields)
  .refine(atMostOne, ONE)
  .refine((body) => Object.values(body).some((value) => value !== undefined), ONE)

export type SubjectBody = z.infer<typeof subjectBody>

const corrected = {
  first_name: text,
  last_name: text,
  company: text,
  address_1: text,
  address_2: text,
  postal_code: text,
  city: text,
  phone: text,
}

const address = z.union(
  [
    z.strictObject({ ...corrected, id: z.string().min(1).max(64) }),
    z.strictObject({
      ...corrected,
      order_id: z.string().min(1).max(64),
      type: z.enum(["shipping", "billing"]),
    }),
  ],
  "give id, or order_id and type, and what is to stand there"
)

export const fulfilmentBody = z
  .strictObject({
    ...subjectFields,
    reason: z.string().trim().min(1).max(1_000).optional(),
    locale: z.enum(["da", "en"]).optional(),
    customer: z.strictObject({ first_name: text, last_name: text, email, phone: text }).optional(),
    addresses: z.array(address).min(1).max(50).optional(),
    override_blocks: z.boolean().optional(),
    finish_by: z.iso.date().optional(),
    ground: z.enum(["accuracy_contested", "unlawful", "legal_claim", "objection"]).optional(),
    ends_on: z.iso.date().optional(),
    decision: z.enum(["upheld", "changed"]).optional(),
    purposes: z.array(z.string().min(1).max(100)).min(1).max(50).optional(),
  })
  .refine(atMostOne, ONE)

export type FulfilmentBody = z.infer<typeof fulfilmentBody>
