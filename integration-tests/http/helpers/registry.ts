const KEY = Symbol.for("medusa-plugin-denmark.personal-data")
const holder: { [KEY]?: Record<string, Map<string, unknown> | unknown[]> } = globalThis as object

/**
 * What a test registers is gone after it: tables made by one test are not there in the next. Call it inside a
 * `describe`, before anything is registered.
 */
export const forgetRegistrations = (): void => {
  let before: (typeof holder)[typeof KEY]
  beforeEach(() => {
    before = holder[KEY]
    if (!before) throw new Error("The store registers its tables before the first test")
    holder[KEY] = Object.fromEntries(
      Object.entries(before).map(([part, known]) => [
        part,
        Array.isArray(known) ? [...known] : new Map(known),
      ])
    )
  })
  afterEach(() => {
    if (before) holder[KEY] = before
  })
}
