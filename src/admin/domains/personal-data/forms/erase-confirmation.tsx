import { Input, Label, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminErasurePreview } from "../../../../types/http"
import { formatMoment } from "../../../shared/format"

type EraseConfirmationProps = {
  preview: AdminErasurePreview
  email: string
  typed: string
  onType: (typed: string) => void
}

/** E-mails are compared as people mean them: upper or lower case and stray spaces do not matter. */
export const isSameEmail = (typed: string, email: string): boolean =>
  typed.trim().toLowerCase() === email.trim().toLowerCase()

/** Until when it can be regretted and what that brings back, then the e-mail to type. */
export const EraseConfirmation = ({ preview, email, typed, onType }: EraseConfirmationProps) => {
  const { t, i18n } = useTranslation("dkPersonalData")
  const { grace_until, kept_documents, kept_orders } = preview
  return (
    <div className="border-ui-border-base flex flex-col gap-y-3 border-t pt-5">
      {kept_documents.length + kept_orders.length > 0 && (
        <Text size="small">{t("erase.stillReturn")}</Text>
      )}
      <Text size="small" weight="plus" data-testid="dk-erase-grace">
        {grace_until === null
          ? t("erase.atOnce")
          : t("erase.grace", { moment: formatMoment(grace_until, i18n.language) })}
      </Text>
      <div className="flex flex-col gap-y-1">
        <Label size="small" weight="plus" htmlFor="dk-erase-email">
          {t("erase.typeEmail")}
        </Label>
        <Input
          id="dk-erase-email"
          value={typed}
          placeholder={email}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => {
            onType(event.target.value)
          }}
        />
      </div>
    </div>
  )
}
