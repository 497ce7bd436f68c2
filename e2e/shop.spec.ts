import { onDemo, WITH_MAILS } from "./helpers/demo"
import cookies from "./suites/cookies"
import cookiesAgain from "./suites/cookies-again"
import journey from "./suites/journey"
import netsCheckout from "./suites/nets-checkout"
import privacyPage from "./suites/privacy-page"
import carryingOut from "./suites/privacy-requests-fulfil"
import storefrontGuide from "./suites/storefront-guide"

onDemo(
  "the demo's shop, which has a provider of e-mail",
  [cookies, cookiesAgain, journey, netsCheckout, privacyPage, carryingOut, storefrontGuide],
  WITH_MAILS
)
