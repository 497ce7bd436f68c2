import { onDemo } from "./helpers/demo"
import accessChecks from "./suites/access-checks"
import protection from "./suites/access-protection"
import access from "./suites/access-roles"
import consent from "./suites/consent-admin"
import customers from "./suites/customers"
import danishDashboard from "./suites/danish-dashboard"
import marketing from "./suites/marketing"
import nets from "./suites/nets-admin"
import overview from "./suites/overview"
import retention from "./suites/retention"

onDemo("Medusa Admin", [
  customers,
  protection,
  overview,
  retention,
  access,
  accessChecks,
  consent,
  marketing,
  nets,
  danishDashboard,
])
