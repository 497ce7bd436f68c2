import { onDemo } from "./helpers/demo"
import breachCalls from "./suites/breach-calls"
import breaches from "./suites/breaches"
import privacy from "./suites/privacy"
import replays from "./suites/privacy-replays"
import requests from "./suites/privacy-requests"
import carryingOut from "./suites/privacy-requests-fulfil"
import recipients from "./suites/privacy-recipients"

onDemo("what people are owed, in Medusa Admin", [
  privacy,
  requests,
  breaches,
  breachCalls,
  carryingOut,
  recipients,
  replays,
])
