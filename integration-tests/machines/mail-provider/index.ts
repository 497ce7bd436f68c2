import { ModuleProvider, Modules } from "@medusajs/framework/utils"
import { MailProvider } from "./service"

/** A provider of e-mail that answers over HTTP, as most do. */
export default ModuleProvider(Modules.NOTIFICATION, { services: [MailProvider] })
