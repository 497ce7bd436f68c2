import { onDemo } from "./helpers/demo"
import access from "./suites/access-roles"
import customers from "./suites/customers"
import nets from "./suites/nets-admin"
import privacy from "./suites/privacy"

onDemo("Medusa Admin", [customers, privacy, access, nets])
