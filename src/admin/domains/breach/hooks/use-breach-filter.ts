import { useState } from "react"
import { useListAddress } from "../../../shared/use-list-address"
import type { BreachFilter } from "./use-breaches"

export const STATES = ["open", "closed", "all"] as const
export type Which = (typeof STATES)[number]

export const REALITIES = ["all", "real", "drill"] as const
export type Reality = (typeof REALITIES)[number]

const askedOf = (
  which: Which,
  reality: Reality,
  q: string
): Omit<BreachFilter, "limit" | "offset"> => ({
  ...(which !== "all" && { state: which }),
  ...(reality !== "all" && { is_drill: reality === "drill" }),
  ...(q !== "" && { q }),
})

/** Which cases are shown, kept in the address but for what is searched: staff may have put a name into a title. */
export const useBreachFilter = () => {
  const { page, chosen, choose } = useListAddress()
  const [q, setQ] = useState("")
  const which = STATES.find((known) => known === chosen("state")) ?? "open"
  const reality = REALITIES.find((known) => known === chosen("kind")) ?? "all"
  return {
    ...{ page, which, reality, q, asked: askedOf(which, reality, q) },
    isFiltered: which !== "open" || reality !== "all" || q !== "",
    search: (text: string) => {
      page.turnTo(0)
      setQ(text)
    },
    chooseState: (value: Which) => {
      choose("state", value === "open" ? null : value)
    },
    chooseReality: (value: Reality) => {
      choose("kind", value === "all" ? null : value)
    },
  }
}
