import { onDemo } from "./helpers/demo"
import delivery from "./suites/invoice-delivery"
import invoices from "./suites/invoices"
import earlier from "./suites/invoices-earlier"
import lacking from "./suites/invoices-lacking"
import onAccount from "./suites/invoices-on-account"

onDemo("invoices in Medusa Admin", [invoices, onAccount, delivery, lacking, earlier])
