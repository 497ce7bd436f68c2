import { useTranslation } from "react-i18next"
import { TextField } from "../../../shared/text-field"
import type { Confirmation } from "../confirmation"

type TypedConfirmationProps = {
  expected: Confirmation
  value: string
  onChange: (value: string) => void
}

/** Typed before something that cannot be undone. */
export const TypedConfirmation = ({ expected, value, onChange }: TypedConfirmationProps) => {
  const { t } = useTranslation("dkPersonalData")
  return (
    <TextField
      id="dk-typed-email"
      label={t(`erase.type.${expected.kind}`)}
      hint={t("erase.typeHint", { text: expected.text })}
      value={value}
      onChange={onChange}
    />
  )
}
