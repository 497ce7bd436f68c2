const hasKey = (value: unknown, key: string): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && Object.hasOwn(value, key)

const at = (value: unknown, keys: readonly string[]): unknown =>
  keys.reduce<unknown>((inner, key) => (hasKey(inner, key) ? inner[key] : undefined), value)

/** A key that the object under `parent` does not have yet: the wanted one, else with a number behind it. */
export const freeKey = (value: unknown, parent: readonly string[], wanted: string): string => {
  const whole = at(value, parent)
  let key = wanted
  for (let number = 2; hasKey(whole, key); number++) key = `${wanted} (${number.toString()})`
  return key
}
