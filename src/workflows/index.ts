/** The package's `./workflows` entry: what a host's own code may run or compose. */
export * from "./buyer"
export * from "./consent"
export * from "./invoice"
export * from "./nets"
export * from "./personal-data"
