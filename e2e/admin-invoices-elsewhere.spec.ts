import { onDemo } from "./helpers/demo"
import elsewhere from "./suites/invoices-elsewhere"

onDemo("invoices made elsewhere, in Medusa Admin", [elsewhere], { DK_INVOICE_MODE: "external" })
