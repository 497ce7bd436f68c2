const NAME = /^[a-z][a-z0-9_]{0,39}$/

/** A field's name as it may be answered and logged; `*` for what is none: it may be a person's name, or hold a line break. */
export const fieldName = (name: PropertyKey): string => {
  const text = String(name)
  return typeof name === "number" || NAME.test(text) ? text : "*"
}
