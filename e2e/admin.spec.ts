import { onDemo } from "./helpers/demo"
import accessChecks from "./suites/access-checks"
import access from "./suites/access-roles"
import consent from "./suites/consent-admin"
import customers from "./suites/customers"
import danishDashboard from "./suites/danish-dashboard"
import marketing from "./suites/marketing"
import nets from "./suites/nets-admin"
import overview from "./suites/overview"
import privacy from "./suites/privacy"
import retention from "./suites/retention"
import recipients from "./suites/privacy-recipients"
import breachCalls from "./suites/breach-calls"
import breaches from "./suites/breaches"
import requests from "./suites/privacy-requests"
import carryingOut from "./suites/privacy-requests-fulfil"
import replays from "./suites/privacy-replays"
import protection from "./suites/access-protection"

onDemo("Medusa Admin", [
  customers,
  protection,
  overview,
  privacy,
  requests,
  breaches,
  breachCalls,
  carryingOut,
  recipients,
  retention,
  replays,
  access,
  accessChecks,
  consent,
  marketing,
  nets,
  danishDashboard,
])
