import { ModuleProvider, Modules } from "@medusajs/framework/utils"
import { DemoMailbox } from "./service"

/** The demo's provider of e-mail: mails are written to a folder, shown by the storefront at `/mails`, and sent to nobody. */
export default ModuleProvider(Modules.NOTIFICATION, { services: [DemoMailbox] })
