import type { MedusaContainer } from "@medusajs/framework/types"
import { INVOICE_MODULE } from "../../modules/invoice"
import type { InvoiceModuleService } from "../../modules/invoice"
import { modeOn } from "../../modules/invoice/domain/invoice-modes"
import type { InvoiceMode } from "../../modules/invoice/domain/invoice-modes"
import { copenhagenDay } from "../../rules"
import { listFinancialYears, listInvoiceSeries } from "./keeping"

export type InvoiceSetup = {
  /** How orders of today are invoiced. */
  mode: InvoiceMode
  /** The series of valid numbers is open. */
  isLive: boolean
  /** A financial year that somebody entered covers today. */
  isYearKnown: boolean
}

/** What the store has decided about its invoices. */
export const readInvoiceSetup = async (
  container: MedusaContainer,
  now = new Date()
): Promise<InvoiceSetup> => {
  const { settings } = container.resolve<InvoiceModuleService>(INVOICE_MODULE)
  const today = copenhagenDay(now)
  const years = await listFinancialYears(container)
  const series = await listInvoiceSeries(container)
  return {
    mode: modeOn(settings, today),
    isLive: series.some(({ kind }) => kind === "live"),
    isYearKnown: years.some(({ start, end }) => start <= today && today <= end),
  }
}
