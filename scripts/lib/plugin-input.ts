import type { z } from "@medusajs/framework/zod"
import type { accessSchema } from "../../src/modules/access/options"
import type { buyerSchema } from "../../src/modules/buyer/options"
import type { consentSchema } from "../../src/modules/consent/options"
import type { invoiceSchema } from "../../src/modules/invoice/options"
import type { netsSchema } from "../../src/modules/nets/options"
import type { personalDataSchema } from "../../src/modules/personal-data/options"
import type { subjectRequestSchema } from "../../src/modules/subject-request/options"
import type { commonSchema } from "../../src/shared/options"

/** What a store writes as the plugin's options. */
export type PluginInput = z.input<typeof commonSchema> & {
  access?: z.input<typeof accessSchema>
  buyer?: z.input<typeof buyerSchema>
  consent?: z.input<typeof consentSchema>
  invoice?: z.input<typeof invoiceSchema>
  nets?: z.input<typeof netsSchema>
  personalData?: z.input<typeof personalDataSchema>
  subjectRequest?: z.input<typeof subjectRequestSchema>
}
