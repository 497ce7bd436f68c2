import { ModuleProvider, Modules } from "@medusajs/framework/utils"
import EanInvoicePaymentProvider from "./service"

export default ModuleProvider(Modules.PAYMENT, { services: [EanInvoicePaymentProvider] })
