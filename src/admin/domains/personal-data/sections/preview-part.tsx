import { Text } from "@medusajs/ui"
import type { ReactNode } from "react"

type PreviewPartProps = { title: string; name: string; children: ReactNode }

/** A heading with what falls under it, e.g. "Slettes nu". */
export const PreviewPart = ({ title, name, children }: PreviewPartProps) => (
  <section className="flex flex-col gap-y-1" data-testid={`dk-erase-${name}`}>
    <Text as="p" size="small" weight="plus">
      {title}
    </Text>
    <div className="txt-small text-ui-fg-subtle flex flex-col gap-y-1">{children}</div>
  </section>
)
