import type { ReactNode } from "react"

/** A table that is wider than a telephone: it moves sideways by itself, by keyboard too. */
export const Sideways = ({ label, children }: { label: string; children: ReactNode }) => (
  <div
    className="focus-visible:shadow-borders-focus overflow-x-auto outline-none"
    role="region"
    aria-label={label}
    tabIndex={0}
  >
    {children}
  </div>
)
