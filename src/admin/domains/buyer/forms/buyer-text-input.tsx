import { Hint, Input, Label } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { BuyerTextField } from "../buyer-fields"

type BuyerTextInputProps = {
  field: BuyerTextField
  value: string
  /** Code of the rule the value broke, if any. */
  problem: string | null
  onChange: (value: string) => void
}

export const BuyerTextInput = ({ field, value, problem, onChange }: BuyerTextInputProps) => {
  const { t } = useTranslation("dkBuyer")
  const id = `dk-buyer-${field}`
  const hint = t(`hints.${field}`, { defaultValue: "" })
  return (
    <div className="flex flex-col gap-y-1">
      <Label htmlFor={id} size="small" weight="plus">
        {t(`fields.${field}`)}
      </Label>
      <Input
        id={id}
        value={value}
        autoComplete="off"
        aria-invalid={problem !== null}
        aria-describedby={`${id}-hint`}
        onChange={(event) => {
          onChange(event.target.value)
        }}
      />
      <Hint id={`${id}-hint`} variant={problem === null ? "info" : "error"}>
        {problem === null ? hint : t(`errors.${problem}`, { defaultValue: t("errors.invalid") })}
      </Hint>
    </div>
  )
}
