import { z } from "@medusajs/framework/zod"
import { lazy } from "../../../../shared/lazy"
import type { RefusalGround, RequestKind } from "../kinds"

/** Languages the letters come in. */
export const LETTER_LOCALES = ["da", "en"] as const

export type LetterLocale = (typeof LETTER_LOCALES)[number]

/** Letters by what they tell; each belongs to one kind of event. */
export const LETTER_TEMPLATES = [
  "receipt",
  "identity",
  "extension",
  "refusal",
  "planned",
  "completed",
  "partly_completed",
  "withdrawn",
] as const

export type LetterTemplate = (typeof LETTER_TEMPLATES)[number]

/** Events of the timeline that owe the person a letter (GDPR Art. 12(3)-(4), 12(6)). */
export const LETTER_OF_EVENT: Readonly<Partial<Record<string, LetterTemplate>>> = {
  received: "receipt",
  identity_asked: "identity",
  extended: "extension",
  refused: "refusal",
  planned: "planned",
  completed: "completed",
  partly_completed: "partly_completed",
  withdrawn: "withdrawn",
}

/** Templates that must tell of the complaint to Datatilsynet and of the courts: something was, or may have been, said no to. */
export const WITH_COMPLAINT: readonly LetterTemplate[] = [
  "refusal",
  "planned",
  "completed",
  "partly_completed",
]

/** Something kept: an invoice or an order by its number, until which day and because of which law. */
const kept = lazy(() =>
  z.object({
    number: z.union([z.string(), z.number()]).transform(String),
    /** Last day it is kept, `YYYY-MM-DD`; null until the financial year has been set up. */
    keep_through: z.iso.date().nullable(),
    law: z.string(),
  })
)

/** What came of a request, as far as a letter tells it: beside an event, under `outcome`. */
const outcomeSchema = lazy(() =>
  z.object({
    kept_documents: z.array(kept()).default([]),
    /** Orders without an invoice here; their number is the order's. */
    kept_orders: z
      .array(kept().omit({ number: true }).extend({ display_id: z.number() }))
      .default([]),
    /** Orders, or a cart without a number, that an erasure waits for, and why. */
    waiting: z
      .array(z.object({ display_id: z.number().nullable(), reason: z.string().default("") }))
      .default([]),
    /** Null when there was nothing to erase. */
    erasure_id: z.string().nullable().optional(),
    /** What an erasure took, by category; null of what is no erasure. */
    erased: z
      .array(z.object({ category: z.string(), rows: z.number() }))
      .nullable()
      .default(null),
    /** What is held about whoever asks for information, by the name of its category; null of other answers. */
    what_is_held: z
      .array(z.object({ title: z.string(), rows: z.number() }))
      .nullable()
      .default(null),
    /** Orders that were left because they may be somebody else's. */
    uncertain_orders: z.number().default(0),
    /** Issued invoices that a rectification does not change; they are credited. */
    invoices_to_correct: z.array(z.string()).default([]),
    /** What came of looking at an automated decision. */
    decision: z.enum(["upheld", "changed"]).nullable().default(null),
    /** Last day of a restriction: the person is told before it ends (Art. 18(3)). */
    ends_on: z.iso.date().nullable().default(null),
    /** Decisions about the person that no human takes; null of a request that is not about them. */
    rules: z
      .array(z.object({ da: z.string(), en: z.string() }))
      .nullable()
      .default(null),
    /** Names of those who were told to do the same (Art. 19). */
    recipients: z.array(z.string()).default([]),
  })
)

export type LetterOutcome = z.infer<ReturnType<typeof outcomeSchema>>

const NO_OUTCOME = outcomeSchema().parse({})

/** The outcome beside an event; empty when the event has none. */
export const parseOutcome = (value: unknown): LetterOutcome =>
  outcomeSchema().safeParse(value).data ?? NO_OUTCOME

/** What a letter may say. Days are `YYYY-MM-DD` in Denmark. */
export type LetterFacts = {
  /** The shop as its options name it. */
  shop: { name: string; email: string; phone: string | null }
  kind: RequestKind
  /** What the person is called; null when nobody said. */
  name: string | null
  /** Whether the person asked as the owner of an account. */
  has_account: boolean
  received_on: string
  /** Answer by then, as the clock stood when the letter fell due. */
  answer_by: string
  /** The Danish day of what the letter tells. */
  happened_on: string
  /** Staff's words to the person; null when none were given. */
  reason: string | null
  /** Of a refusal. */
  ground: RefusalGround | null
  /** Of a plan: by when the rest is done; null when nobody knows. */
  finish_by: string | null
  outcome: LetterOutcome
}

/** A letter as it is sent: plain text. */
export type LetterText = { subject: string; text: string }
