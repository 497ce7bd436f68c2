import type { MedusaContainer } from "@medusajs/framework/types"
import { INVOICE_MODULE } from "../../../modules/invoice"
import type { InvoiceModuleService } from "../../../modules/invoice"
import { lookUpReceiver } from "../../../modules/invoice/delivery/receivers"
import type { ReceiverAnswer } from "../../../modules/invoice/domain/delivery/receiver"
import { postgres } from "../../../shared/postgres"

/** What the store's register says of a receiver by its EAN; `unknown` when the store has chosen none. */
export const lookUpEan = (container: MedusaContainer, ean: string): Promise<ReceiverAnswer> => {
  const { settings } = container.resolve<InvoiceModuleService>(INVOICE_MODULE)
  return lookUpReceiver(postgres(container), settings.einvoice.receivers, `0088:${ean}`)
}
