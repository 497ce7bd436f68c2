import { ModuleProvider, Modules } from "@medusajs/framework/utils"
import NetsPaymentProvider from "./service"

export default ModuleProvider(Modules.PAYMENT, { services: [NetsPaymentProvider] })
