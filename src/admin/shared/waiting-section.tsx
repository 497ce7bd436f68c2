import type { ComponentProps } from "react"
import { ErrorNotice } from "./error-notice"
import { Section } from "./section"

type WaitingSectionProps = Omit<ComponentProps<typeof Section>, "level"> & {
  query: { error: Error | null; refetch: () => unknown }
  isEmpty: boolean
}

/** What waits for staff. Draws nothing while nothing does; not to know is told. */
export const WaitingSection = ({ query, isEmpty, children, ...section }: WaitingSectionProps) => {
  const { error, refetch } = query
  if (isEmpty && !error) return null
  return (
    <Section {...section}>
      {error && (
        <div className="px-6 py-4">
          <ErrorNotice error={error} onRetry={() => void refetch()} />
        </div>
      )}
      {children}
    </Section>
  )
}
