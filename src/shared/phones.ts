import { createRequire } from "node:module"
import type * as Phones from "libphonenumber-js"

const requireHere = createRequire(__filename)

/** libphonenumber-js, loaded with the first number: a starting server does not need its table of countries. */
export const phones = (): typeof Phones => requireHere("libphonenumber-js") as typeof Phones
