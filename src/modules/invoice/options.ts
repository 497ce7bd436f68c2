import { z } from "@medusajs/framework/zod"
import { parseCommonOptions, parseSection } from "../../shared/options"
import type { CommonSettings } from "../../shared/options"
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
      .strictObject({ registrationNo: digits(4), accountNo: z.string().regex(/^\d{1,10}$/) })
      .optional(),
    /** For buyers abroad, without spaces. */
    iban: z.string().refine(isIban, "is not a valid IBAN").optional(),
    bic: z
      .string()
      .regex(/^[A-Z0-9]{8}([A-Z0-9]{3})?$/)
      .optional(),
    /** Payment slip: the bank's card type and the shop's creditor number of eight digits. */
    fik: z.strictObject({ cardType: z.enum(["71", "75"]), creditorNo: digits(8) }).optional(),
  })
  .refine(({ bank, iban, fik }) => bank ?? iban ?? fik, "names no account")

const invoiceSchema = z.strictObject({
  mode: z.enum(["own", "off"]).default("own"),
  /** Month (1-12) the financial year starts in. */
  financialYearStartsIn: z.number().int().min(1).max(12).default(1),
  payTo: payToSchema.optional(),
  /** A PNG or JPEG file for the head of PDFs; the path begins where the server is started. */
  logo: z.string().min(1).optional(),
  ...deliveryOptions,
})

export type InvoiceSettings = CommonSettings & z.infer<typeof invoiceSchema>

const snippet = `invoice: { mode: "own", financialYearStartsIn: 1 },`

/** Settings of this domain from the plugin's options. Throws naming the option that is wrong. */
export const parseInvoiceOptions = (options?: Record<string, unknown>): InvoiceSettings => ({
  ...parseCommonOptions(options),
  ...parseSection(options, "invoice", invoiceSchema, snippet),
})
