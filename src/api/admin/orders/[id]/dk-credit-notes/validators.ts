import { z } from "@medusajs/framework/zod"
import { lazy } from "../../../../../shared/lazy"

/** Medusa's major units with at most two decimals. */
const kroner = lazy(() => z.number().positive().multipleOf(0.01))

const chosenLine = lazy(() =>
  z.strictObject({
    /** Place on the invoice; the first line is 1. */
    line: z.number().int().min(1),
    quantity: z.number().positive(),
  })
)

const newInvoice = lazy(() =>
  z
    .strictObject({
      /** As `POST /admin/orders/:id/buyer` takes it; left out when the buyer was right. */
      buyer: z.record(z.string(), z.unknown()).optional(),
      /** `order` takes goods, prices and VAT from the order as it is now. */
      lines: z.enum(["invoice", "order"]).default("invoice"),
    })
    .refine(({ buyer, lines }) => buyer !== undefined || lines === "order", {
      message: "says nothing to correct: give buyer, or lines: order",
    })
)

export const creditNoteBody = lazy(() =>
  z
    .strictObject({
      /** Which invoice; the order's only one when it is left out. */
      invoice_id: z.string().min(1).optional(),
      /** Stands on the documents. */
      reason: z.string().trim().min(1).max(200),
      /** Names the act, so that a repeated request credits nothing more. */
      key: z
        .string()
        .regex(/^[A-Za-z0-9_-]{8,64}$/)
        .optional(),
      amount: kroner().optional(),
      lines: z
        .array(chosenLine())
        .nonempty()
        .refine(
          (lines) => new Set(lines.map(({ line }) => line)).size === lines.length,
          "names a line twice"
        )
        .optional(),
      /** Danish day it was paid back outside Medusa; left out for an invoice that was not paid. */
      paid_back_on: z.iso.date().optional(),
      new_invoice: newInvoice().optional(),
    })
    .refine(
      ({ amount, lines, new_invoice }) =>
        [amount, lines, new_invoice].filter((it) => it !== undefined).length === 1,
      { message: "give one of amount, lines and new_invoice", path: ["amount"] }
    )
    .refine(({ paid_back_on, new_invoice }) => !(paid_back_on && new_invoice), {
      message: "belongs to a credit note alone",
      path: ["paid_back_on"],
    })
)

export type CreditNoteBody = z.infer<ReturnType<typeof creditNoteBody>>
