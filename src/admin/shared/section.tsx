import { Container, Heading, Text } from "@medusajs/ui"
import type { ReactNode } from "react"

type SectionProps = {
  title: string
  text?: string
  /** The page's own heading; parts of a page have `h2`. */
  level?: "h1" | "h2"
  actions?: ReactNode
  testId: string
  children?: ReactNode
}

/** A box as the dashboard's own: heading, what it is for, buttons, then the content. */
export const Section = ({ title, text, level = "h2", actions, testId, children }: SectionProps) => (
  <Container className="divide-y p-0" data-testid={testId}>
    <div className="flex flex-col gap-x-6 gap-y-3 px-6 py-4 md:flex-row md:justify-between">
      <div>
        <Heading level={level}>{title}</Heading>
        {text !== undefined && (
          <Text size="small" className="text-ui-fg-subtle mt-1 max-w-[640px]">
            {text}
          </Text>
        )}
      </div>
      {actions && <div className="flex shrink-0 flex-wrap items-start gap-2">{actions}</div>}
    </div>
    {children}
  </Container>
)
