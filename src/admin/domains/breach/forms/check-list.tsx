import { Checkbox, Label } from "@medusajs/ui"

type CheckListProps<Value extends string> = {
  id: string
  label: string
  options: readonly { value: Value; label: string }[]
  chosen: readonly Value[]
  onChange: (chosen: Value[]) => void
}

/** A choice of any number, with the name of the whole. */
export const CheckList = <Value extends string>(props: CheckListProps<Value>) => {
  const { id, label, options, chosen, onChange } = props
  return (
    <fieldset className="flex flex-col gap-y-2" data-testid={id}>
      <legend className="txt-compact-small-plus mb-2">{label}</legend>
      {options.map((option) => (
        <div key={option.value} className="flex items-start gap-x-2">
          <Checkbox
            id={`${id}-${option.value}`}
            className="mt-0.5 shrink-0"
            checked={chosen.includes(option.value)}
            onCheckedChange={(next) => {
              const others = chosen.filter((known) => known !== option.value)
              onChange(next === true ? [...others, option.value] : others)
            }}
          />
          <Label htmlFor={`${id}-${option.value}`} size="small">
            {option.label}
          </Label>
        </div>
      ))}
    </fieldset>
  )
}
