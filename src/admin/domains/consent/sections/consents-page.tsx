import { useState } from "react"
import type { ConsentFilter } from "../hooks/use-consents"
import { ANY } from "./consent-filters"
import { ConsentsSection } from "./consents-section"
import { NumbersSection } from "./numbers-section"

/** Who has said what, and how often. */
export const ConsentsPage = () => {
  const [filter, setFilter] = useState<ConsentFilter>(ANY)
  return (
    <div className="flex flex-col gap-y-3">
      <ConsentsSection filter={filter} onFilter={setFilter} />
      <NumbersSection purpose={filter.purpose} />
    </div>
  )
}
