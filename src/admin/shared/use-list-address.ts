import { useSearchParams } from "react-router-dom"
import type { Page } from "./use-page"

export type ListAddress = {
  page: Page
  /** What of a list is chosen; null for the usual. */
  chosen: (name: string) => string | null
  /** Chooses, null for the usual, and begins at the first page. */
  choose: (name: string, value: string | null) => void
}

/** Where in a list one is, kept in the address, so that a reload, a link and the way back find it again. Nothing personal is put there. */
export const useListAddress = (size = 20): ListAddress => {
  const [params, setParams] = useSearchParams()
  const change = (changes: Record<string, string | null>) => {
    const next = new URLSearchParams(params)
    for (const [name, value] of Object.entries(changes)) {
      if (value === null) next.delete(name)
      else next.set(name, value)
    }
    setParams(next)
  }
  const number = Number.parseInt(params.get("page") ?? "", 10)
  const index = number > 1 ? number - 1 : 0
  return {
    page: {
      index,
      size,
      turnTo: (to) => {
        change({ page: to === 0 ? null : (to + 1).toString() })
      },
      range: { limit: size, offset: index * size },
    },
    chosen: (name) => params.get(name),
    choose: (name, value) => {
      change({ [name]: value, page: null })
    },
  }
}
