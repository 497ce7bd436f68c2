import { onDemo } from "./helpers/demo"
import breachCalls from "./suites/breach-calls"
import breaches from "./suites/breaches"
import lists from "./suites/lists"
import privacy from "./suites/privacy"
import replays from "./suites/privacy-replays"
import requests from "./suites/privacy-requests"
import recipients from "./suites/privacy-recipients"

onDemo("what people are owed, in Medusa Admin", [
  privacy,
  requests,
  lists,
  breaches,
  breachCalls,
  recipients,
  replays,
])
