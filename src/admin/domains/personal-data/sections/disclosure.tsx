import { ChevronDownMini, ChevronRightMini } from "@medusajs/icons"
import { useId, useState } from "react"
import type { ReactNode } from "react"

type DisclosureProps = { title: ReactNode; facts: ReactNode; testId: string; children: ReactNode }

/** A row that opens what belongs to it. What is closed is not drawn: a map has a thousand columns. */
export const Disclosure = ({ title, facts, testId, children }: DisclosureProps) => {
  const [isOpen, setOpen] = useState(false)
  const id = useId()
  return (
    <div data-testid={testId}>
      <button
        type="button"
        className="hover:bg-ui-bg-base-hover focus-visible:shadow-borders-focus flex w-full items-start gap-x-2 px-6 py-3 text-left outline-none"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => {
          setOpen(!isOpen)
        }}
      >
        <span className="text-ui-fg-muted mt-0.5 shrink-0">
          {isOpen ? <ChevronDownMini /> : <ChevronRightMini />}
        </span>
        <span className="flex min-w-0 flex-1 flex-col gap-x-4 gap-y-1 md:flex-row md:justify-between">
          <span className="min-w-0">{title}</span>
          <span className="text-ui-fg-subtle txt-small shrink-0">{facts}</span>
        </span>
      </button>
      <div id={id} hidden={!isOpen}>
        {isOpen && children}
      </div>
    </div>
  )
}
