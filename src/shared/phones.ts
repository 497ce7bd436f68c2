import { createRequire } from "node:module"
import type * as Phones from "libphonenumber-js"

const requireHere = createRequire(__filename)

/** libphonenumber-js, loaded with the first number: its table of countries is 10 MB that a starting server does not need. */
export const phones = (): typeof Phones => requireHere("libphonenumber-js") as typeof Phones
