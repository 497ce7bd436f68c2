import type { ComponentProps } from "react"
import { ListBody } from "./list-body"
import type { ListBodyProps } from "./list-body"
import { Section } from "./section"

type ListSectionProps<Data> = Omit<ComponentProps<typeof Section>, "children"> & ListBodyProps<Data>

/** A section with a list, as every page has it. */
export const ListSection = <Data extends { count: number }>(props: ListSectionProps<Data>) => {
  const { title, text, level, actions, testId, ...body } = props
  return (
    <Section
      {...{ title, testId, actions }}
      {...(text !== undefined && { text })}
      {...(level && { level })}
    >
      <ListBody id={testId} {...body} />
    </Section>
  )
}
