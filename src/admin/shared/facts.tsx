import { Text } from "@medusajs/ui"

type FactsProps = { rows: { label: string; value: string }[] }

/** Labels with values below each other, as in the dashboard's own side sections. */
export const Facts = ({ rows }: FactsProps) => (
  <dl>
    {rows.map(({ label, value }) => (
      <div key={label} className="text-ui-fg-subtle grid grid-cols-2 items-start gap-x-4 px-6 py-3">
        <Text as="p" size="small" leading="compact" weight="plus">
          <dt>{label}</dt>
        </Text>
        <Text as="p" size="small" leading="compact" className="break-words">
          <dd>{value}</dd>
        </Text>
      </div>
    ))}
  </dl>
)
