import { useLocation, useSearchParams } from "react-router-dom"

/** Where in a list that is read page by page one is. */
export type Page = {
  index: number
  size: number
  /** `isCorrection`: the way back does not lead to where one was. */
  turnTo: (index: number, isCorrection?: boolean) => void
  /** What to ask the server for. */
  range: { limit: number; offset: number }
}

/** What can be chosen, the usual first; null where it is not known beforehand. */
type Known = Readonly<Record<string, readonly string[] | null>>

type Chosen<Filters extends Known> = {
  [Name in keyof Filters]: Filters[Name] extends readonly string[] ? Filters[Name][number] : string
}

type ListOptions<Filters extends Known, Order extends string> = {
  /** Where a page has several lists, what keeps their places apart. */
  name?: string
  filters?: Filters
  /** What it can be sorted by, the usual first: a field, with `-` before it the other way round. */
  orders?: readonly Order[]
  size?: number
}

/** Stands for what is usual where the choices are not known beforehand. */
export const ANY = "all"

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null

const textIn = (state: unknown, key: string): string => {
  const text = isRecord(state) ? state[key] : undefined
  return typeof text === "string" ? text : ""
}

const chosenOf = (options: readonly string[] | null, text: string | null): string => {
  if (options === null) return text ?? ANY
  return options.find((option) => option === text) ?? options[0] ?? ANY
}

/**
 * Where in a list one is, what of it is chosen and how it is sorted, kept in the address, so that a reload, a link and the way
 * back find it again. What is searched is kept with the address but not in it, since it may be a name.
 */
export const useList = <const Filters extends Known = Known, const Order extends string = string>(
  options: ListOptions<Filters, Order> = {}
) => {
  const { name, filters, orders = [], size = 20 } = options
  const [params, setParams] = useSearchParams()
  const state: unknown = useLocation().state
  const keyOf = (field: string): string => (name === undefined ? field : `${name}_${field}`)
  const known: Known = filters ?? {}
  const usual = (field: string) => chosenOf(known[field] ?? null, null)
  const filter = Object.fromEntries(
    Object.entries(known).map(([field, values]) => [
      field,
      chosenOf(values, params.get(keyOf(field))),
    ])
  )
  const q = textIn(state, keyOf("q"))

  const go = (changes: Record<string, string | null>, words = q, replace = false) => {
    const next = new URLSearchParams(params)
    for (const [field, value] of Object.entries(changes)) {
      if (value === null) next.delete(keyOf(field))
      else next.set(keyOf(field), value)
    }
    setParams(next, { state: { ...(isRecord(state) && state), [keyOf("q")]: words }, replace })
  }

  const number = Number.parseInt(params.get(keyOf("page")) ?? "", 10)
  const index = number > 1 ? number - 1 : 0
  const page: Page = {
    index,
    size,
    turnTo: (to, isCorrection) => {
      go({ page: to === 0 ? null : (to + 1).toString() }, q, isCorrection)
    },
    range: { limit: size, offset: index * size },
  }
  return {
    page,
    filter: filter as Chosen<Filters>,
    /** Chooses and begins at the first page. */
    choose: (field: string, value: string) => {
      go({ [field]: value === usual(field) ? null : value, page: null })
    },
    /** Undefined where the list has one order only. */
    order: orders.find((order) => order === params.get(keyOf("order"))) ?? orders[0],
    sort: (order: string) => {
      go({ order: order === orders[0] ? null : order, page: null })
    },
    q,
    search: (words: string) => {
      go({ page: null }, words)
    },
    isFiltered: q !== "" || Object.keys(known).some((field) => filter[field] !== usual(field)),
    /** Back to what is usual; the order stays. */
    clear: () => {
      const usually = Object.keys(known).map((field) => [field, null] as const)
      go({ ...Object.fromEntries(usually), page: null }, "")
    },
  }
}

/** A list as the components that draw it know it. */
export type List = {
  page: Page
  filter: Readonly<Record<string, string>>
  choose: (field: string, value: string) => void
  order: string | undefined
  sort: (order: string) => void
  q: string
  search: (words: string) => void
  isFiltered: boolean
  clear: () => void
}
