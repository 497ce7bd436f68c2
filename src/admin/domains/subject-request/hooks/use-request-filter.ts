import { useState } from "react"
import type { AdminSubjectRequestKind } from "../../../../types/http"
import { useListAddress } from "../../../shared/use-list-address"
import { KINDS, STATES } from "../kinds"
import type { RequestFilter } from "./use-requests"

/** `open` and `ended` stand for several states. */
export const WHICH = ["open", "ended", "all", ...STATES] as const
export type Which = (typeof WHICH)[number]

export type RequestChoice = {
  which?: Which
  kind?: AdminSubjectRequestKind | "all"
  q?: string
}

const askedOf = (
  which: Which,
  kind: AdminSubjectRequestKind | "all",
  q: string
): Omit<RequestFilter, "limit" | "offset"> => ({
  ...(which === "open" || which === "ended"
    ? { open: which === "open" }
    : which !== "all" && { state: which }),
  ...(kind !== "all" && { kind }),
  ...(q !== "" && { q }),
})

/** Which requests are shown, kept in the address but for what is searched: that may be a name. */
export const useRequestFilter = () => {
  const { page, chosen, choose } = useListAddress()
  const [q, setQ] = useState("")
  const which = WHICH.find((known) => known === chosen("state")) ?? "open"
  const kind: AdminSubjectRequestKind | "all" =
    KINDS.find((known) => known === chosen("kind")) ?? "all"
  return {
    page,
    filter: { which, kind, q, asked: askedOf(which, kind, q) },
    isFiltered: which !== "open" || kind !== "all" || q !== "",
    choose: (change: RequestChoice) => {
      if (change.which !== undefined) choose("state", change.which === "open" ? null : change.which)
      if (change.kind !== undefined) choose("kind", change.kind === "all" ? null : change.kind)
      if (change.q !== undefined) {
        page.turnTo(0)
        setQ(change.q)
      }
    },
  }
}
