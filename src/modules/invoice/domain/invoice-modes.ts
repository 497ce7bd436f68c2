/** Who makes the invoices: the plugin, the shop's bookkeeping system, or nobody the plugin knows of. */
export type InvoiceMode = "own" | "external" | "off"

/** One stretch of time. The first needs no `from`; each lasts until the next begins. */
export type ModePeriod = {
  mode: InvoiceMode
  /** First day in Denmark (`YYYY-MM-DD`) on which orders are placed in this mode. */
  from?: string | undefined
}

type Modes = { mode: InvoiceMode | readonly ModePeriod[] }

/** The mode of orders that are placed on a day in Denmark (`YYYY-MM-DD`); `off` before the first period. */
export const modeOn = ({ mode }: Modes, day: string): InvoiceMode => {
  if (typeof mode === "string") return mode
  return mode.filter(({ from }) => from === undefined || from <= day).at(-1)?.mode ?? "off"
}

/** What is wrong with a list of periods, at which place and field; null when it can be used. */
export const findModeProblem = (
  periods: readonly ModePeriod[]
): { path: [number, "from"]; message: string } | null => {
  for (const [place, { from }] of periods.entries()) {
    if (place === 0) continue
    const before = periods[place - 1]?.from
    if (from === undefined) {
      return { path: [place, "from"], message: "is missing: only the first entry may leave it out" }
    }
    if (before !== undefined && from <= before) {
      return { path: [place, "from"], message: "must be later than the entry before it" }
    }
  }
  return null
}

/**
 * The same decision as `modeOn` as an SQL expression.
 *
 * @param day SQL of a date in Denmark
 */
export const modeSql = ({ mode }: Modes, day: string): string => {
  if (typeof mode === "string") return `'${mode}'`
  const cases = [...mode]
    .reverse()
    .map(
      (it) => `WHEN ${it.from === undefined ? "true" : `${day} >= '${it.from}'`} THEN '${it.mode}'`
    )
  return `CASE ${cases.join(" ")} ELSE 'off' END`
}

/** An order keeps the way its sale was invoiced, also when the periods are changed afterwards. */
export const modeOfSale = (
  settings: Modes,
  { placedOn, soldBy }: { placedOn: string; soldBy: "own" | "external" | null }
): InvoiceMode => {
  const mode = modeOn(settings, placedOn)
  return mode === "off" ? "off" : (soldBy ?? mode)
}
