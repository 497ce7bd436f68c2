import { onDemo } from "./helpers/demo"
import journey from "./suites/journey"
import netsCheckout from "./suites/nets-checkout"

onDemo("the demo's shop", [journey, netsCheckout])
