import type { MedusaContainer } from "@medusajs/framework/types"
import { INVOICE_MODULE } from "../../modules/invoice"
import type { InvoiceModuleService } from "../../modules/invoice"
import { readExchangeRates, writeExchangeRate } from "../../modules/invoice/exchange-rates"
import type { ExchangeRate } from "../../modules/invoice/exchange-rates"
import { postgres } from "../../shared/postgres"

const controllerOf = (container: MedusaContainer): string =>
  container.resolve<InvoiceModuleService>(INVOICE_MODULE).settings.controller.id

/** The store's rates of exchange, the newest first. */
export const listExchangeRates = (container: MedusaContainer): Promise<ExchangeRate[]> =>
  readExchangeRates(postgres(container), controllerOf(container))

/** Writes the rate of a day under the name of a staff user. */
export const saveExchangeRate = (
  container: MedusaContainer,
  rate: ExchangeRate & { entered_by: string }
): Promise<void> => writeExchangeRate(postgres(container), controllerOf(container), rate)
