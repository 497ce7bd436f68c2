import { z } from "@medusajs/framework/zod"
import { parseCommonOptions, parseSection } from "../../shared/options"
import type { CommonSettings } from "../../shared/options"
import { findModeProblem } from "./domain/invoice-modes"

const period = z.strictObject({
  /** How orders are invoiced from that day on. */
  mode: z.enum(["own", "external", "off"]),
  /** First day in Denmark of orders in this mode. */
  from: z.iso.date("must be a day, YYYY-MM-DD").optional(),
})

/** A single mode is a list of one. */
const modes = z.preprocess(
  (value) => (typeof value === "string" ? [{ mode: value }] : value),
  z.array(period, 'must be "own", "external", "off" or a list of { mode, from }').nonempty()
)
import { deliveryOptions } from "./delivery/options"

const digits = (length: number) => z.string().regex(new RegExp(`^\\d{${length.toString()}}$`))

/** ISO 13616: the country and check digits moved behind the account leave 1 when divided by 97. */
const isIban = (iban: string): boolean => {
  const digitsOf = (letter: string): string => parseInt(letter, 36).toString()
  const moved = `${iban.slice(4)}${iban.slice(0, 4)}`
  return (
    /^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(iban) &&
    BigInt(moved.replace(/[A-Z]/g, digitsOf)) % 97n === 1n
  )
}

/** Where invoices that are not paid yet are paid to; without it they name no account. */
const payToSchema = z
  .strictObject({
    /** Danish account: four digits of the branch, up to ten of the account. */
    bank: z
      .strictObject({
        /** Four digits of the branch. */
        registrationNo: digits(4),
        /** Up to ten digits. */
        accountNo: z.string().regex(/^\d{1,10}$/),
      })
      .optional(),
    /** For buyers abroad, without spaces. */
    iban: z.string().refine(isIban, "is not a valid IBAN").optional(),
    /** The bank of the IBAN: 8 or 11 characters. */
    bic: z
      .string()
      .regex(/^[A-Z0-9]{8}([A-Z0-9]{3})?$/)
      .optional(),
    /** Payment slip: the bank's card type and the shop's creditor number of eight digits. */
    fik: z
      .strictObject({
        /** Kind of the payment slip. */
        cardType: z.enum(["71", "75"]),
        /** Eight digits. */
        creditorNo: digits(8),
      })
      .optional(),
  })
  .refine(({ bank, iban, fik }) => bank ?? iban ?? fik, "names no account")

/** Purchases on invoice. */
const onAccountSchema = z
  .strictObject({
    /** Days an authority has to pay; the law allows no more than 30 (directive 2011/7/EU, art. 4(3)). */
    publicDays: z.number().int().min(1).max(30).default(30),
  })
  .default({ publicDays: 30 })

export const invoiceSchema = z.strictObject({
  /**
   * `own` numbers and seals invoices here, `external` asks the shop's bookkeeping system for them, `off` does neither. A
   * list switches at days: the day an order was placed decides. A single word is a list of one.
   */
  mode: modes
    .superRefine((periods, context) => {
      const problem = findModeProblem(periods)
      if (problem) context.addIssue({ code: "custom", ...problem })
    })
    .default([{ mode: "own" }]),
  /** Month (1-12) the financial year starts in. */
  financialYearStartsIn: z.number().int().min(1).max(12).default(1),
  payTo: payToSchema.optional(),
  /** A PNG or JPEG file for the head of PDFs; the path begins where the server is started. */
  logo: z.string().min(1).optional(),
  onAccount: onAccountSchema,
  ...deliveryOptions,
})

export type InvoiceSettings = CommonSettings & z.infer<typeof invoiceSchema>

const snippet = `invoice: { mode: [{ mode: "own" }, { mode: "external", from: "2027-01-01" }], financialYearStartsIn: 1 },`

/** Settings of this domain from the plugin's options. Throws naming the option that is wrong. */
export const parseInvoiceOptions = (options?: Record<string, unknown>): InvoiceSettings => ({
  ...parseCommonOptions(options),
  ...parseSection(options, "invoice", invoiceSchema, snippet),
})
