import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { INVOICE_MODULE } from "../../modules/invoice"
import type { InvoiceModuleService } from "../../modules/invoice"
import {
  changeFinancialYears,
  previewFinancialYears,
  readFinancialYears,
} from "../../modules/invoice/financial-years"
import type { YearsPreview } from "../../modules/invoice/financial-years"
import { countKeptUntil } from "../../modules/invoice/kept-until"
import type { KeptUntil } from "../../modules/invoice/kept-until"
import { releaseDocuments } from "../../modules/invoice/release"
import { openLiveSeries, readSeries } from "../../modules/invoice/series"
import type { InvoiceSeriesRow, OpenLiveSeries } from "../../modules/invoice/series"
import { verifyInvoices } from "../../modules/invoice/verify"
import type { VerifiedSeries } from "../../modules/invoice/verify"
import { findHeldOrders } from "../../modules/personal-data"
import type { FinancialYear } from "../../rules"
import { postgres } from "../../shared/postgres"

const controllerOf = (container: MedusaContainer): string =>
  container.resolve<InvoiceModuleService>(INVOICE_MODULE).settings.controller.id

/** The store's series of numbers, the live one first. */
export const listInvoiceSeries = (container: MedusaContainer): Promise<InvoiceSeriesRow[]> =>
  readSeries(postgres(container), controllerOf(container))

/**
 * Opens the series of valid numbers, once and for good.
 *
 * @throws MedusaError conflict `series_is_live`
 */
export const openInvoiceSeries = async (
  container: MedusaContainer,
  series: Omit<OpenLiveSeries, "controllerId">
): Promise<InvoiceSeriesRow[]> => {
  const opened = await openLiveSeries(postgres(container), {
    controllerId: controllerOf(container),
    ...series,
  })
  const { opened_by: by, first_number: first } = series
  container
    .resolve(ContainerRegistrationKeys.LOGGER)
    .info(`dk-invoice: valid numbers from ${first.toString()} on, opened by ${by}`)
  return opened
}

/** The store's financial years, the earliest first. */
export const listFinancialYears = (container: MedusaContainer): Promise<FinancialYear[]> =>
  readFinancialYears(postgres(container), controllerOf(container))

/** How many documents are kept through which month. */
export const listKeptUntil = (container: MedusaContainer): Promise<KeptUntil[]> =>
  countKeptUntil(postgres(container), controllerOf(container))

type YearsInput = { years: FinancialYear[]; decidedBy: string; isPreview: boolean }

/**
 * Replaces the table of financial years, or with `isPreview` only tells which dates it would move.
 *
 * @throws MedusaError invalid_data naming the year
 */
export const replaceFinancialYears = (
  container: MedusaContainer,
  { years, decidedBy, isPreview }: YearsInput
): Promise<YearsPreview> => {
  const controllerId = controllerOf(container)
  return isPreview
    ? previewFinancialYears(postgres(container), controllerId, years)
    : changeFinancialYears(postgres(container), { controllerId, years, decidedBy })
}

/** Whether every number stands as it was sealed, series by series. */
export const verifyInvoiceSeries = (container: MedusaContainer): Promise<VerifiedSeries[]> =>
  verifyInvoices(postgres(container), new Date())

/** Lets documents go whose term is over; for the job. */
export const releaseInvoices = async (container: MedusaContainer): Promise<void> => {
  const connection = postgres(container)
  const now = new Date()
  const released = await releaseDocuments(connection, {
    now,
    findHeld: (transaction, orderIds) => findHeldOrders(transaction, orderIds, now),
  })
  if (released === 0) return
  container
    .resolve(ContainerRegistrationKeys.LOGGER)
    .info(`dk-invoice: ${released.toString()} documents went; their bookkeeping term is over`)
}
