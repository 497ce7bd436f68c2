import { Text } from "@medusajs/ui"

/** What somebody wrote, under its name. */
export const Written = ({ label, text }: { label: string; text: string }) => (
  <div className="px-6 py-3">
    <Text size="small" weight="plus" className="text-ui-fg-subtle">
      {label}
    </Text>
    <Text size="small" className="mt-1 max-w-[640px] whitespace-pre-wrap break-words">
      {text}
    </Text>
  </div>
)
