/** An object as JSON will write it: dates, amounts of the platform and entities say themselves how. */
export const asJson = (value: object): unknown =>
  "toJSON" in value && typeof value.toJSON === "function"
    ? (value.toJSON as () => unknown)()
    : value
