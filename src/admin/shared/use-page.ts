import { useState } from "react"

/** Where in a list that is read page by page one is. */
export type Page = {
  index: number
  size: number
  turnTo: (index: number) => void
  /** What to ask the server for. */
  range: { limit: number; offset: number }
}

/** Begins at the first page, of twenty. */
export const usePage = (size = 20): Page => {
  const [index, turnTo] = useState(0)
  return { index, size, turnTo, range: { limit: size, offset: index * size } }
}
