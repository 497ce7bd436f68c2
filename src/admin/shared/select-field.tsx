import { Label, Select } from "@medusajs/ui"

type SelectFieldProps<Value extends string> = {
  id: string
  label: string
  /** The label is for screen readers only: what is chosen speaks for itself. */
  isLabelHidden?: boolean
  value: Value
  options: readonly { value: Value; label: string }[]
  onChange: (value: Value) => void
}

/** A choice of one, with its label. */
export const SelectField = <Value extends string>(props: SelectFieldProps<Value>) => {
  const { id, label, isLabelHidden = false, value, options, onChange } = props
  return (
    <div className="flex flex-col gap-y-1">
      <Label
        htmlFor={id}
        size="small"
        weight="plus"
        className={isLabelHidden ? "sr-only" : undefined}
      >
        {label}
      </Label>
      <Select
        value={value}
        size={isLabelHidden ? "small" : "base"}
        onValueChange={(next) => {
          const option = options.find((known) => known.value === next)
          if (option) onChange(option.value)
        }}
      >
        <Select.Trigger id={id} data-testid={id} className="min-w-[160px]">
          <Select.Value />
        </Select.Trigger>
        <Select.Content>
          {options.map((option) => (
            <Select.Item key={option.value} value={option.value}>
              {option.label}
            </Select.Item>
          ))}
        </Select.Content>
      </Select>
    </div>
  )
}
