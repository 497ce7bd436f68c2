type FactsProps = { rows: { label: string; value: string }[] }

/** Labels with values below each other, as in the dashboard's own side sections. */
export const Facts = ({ rows }: FactsProps) => (
  <dl>
    {rows.map(({ label, value }) => (
      <div key={label} className="text-ui-fg-subtle grid grid-cols-2 items-start gap-x-4 px-6 py-3">
        <dt className="txt-compact-small-plus">{label}</dt>
        <dd className="txt-compact-small break-words">{value}</dd>
      </div>
    ))}
  </dl>
)
