import { Text } from "@medusajs/ui"
import type { ReactNode } from "react"

type EmptyNoticeProps = { title: string; text: string; children?: ReactNode }

/** Where nothing is yet: what will come here, and how. */
export const EmptyNotice = ({ title, text, children }: EmptyNoticeProps) => (
  <div className="flex flex-col items-center gap-y-2 px-6 py-16 text-center" data-testid="dk-empty">
    <Text size="small" leading="compact" weight="plus">
      {title}
    </Text>
    <Text size="small" className="text-ui-fg-subtle max-w-[480px]">
      {text}
    </Text>
    {children}
  </div>
)
