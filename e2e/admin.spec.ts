import { onDemo } from "./helpers/demo"
import customers from "./suites/customers"
import nets from "./suites/nets-admin"
import privacy from "./suites/privacy"
import protection from "./suites/access-protection"

onDemo("Medusa Admin", [customers, protection, privacy, nets])
