import { Hint, Input, Label } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

type TypedEmailProps = { email: string; value: string; onChange: (value: string) => void }

/** Capitals and blanks around do not matter: it is a check of intent, not of typing. */
export const isSameEmail = (typed: string, email: string): boolean =>
  typed.trim().toLowerCase() === email.trim().toLowerCase()

export const TypedEmail = ({ email, value, onChange }: TypedEmailProps) => {
  const { t } = useTranslation("dkPersonalData")
  return (
    <div className="flex flex-col gap-y-1">
      <Label htmlFor="dk-typed-email" size="small" weight="plus">
        {t("erase.typeEmail")}
      </Label>
      <Input
        id="dk-typed-email"
        type="email"
        autoComplete="off"
        value={value}
        aria-describedby="dk-typed-email-hint"
        data-testid="dk-typed-email"
        onChange={(event) => {
          onChange(event.target.value)
        }}
      />
      <Hint id="dk-typed-email-hint">{t("erase.typeEmailHint", { email })}</Hint>
    </div>
  )
}
