import { Button, StatusBadge, Text, toast } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminRecipient } from "../../../../types/http"
import { formatDay, formatList } from "../../../shared/format"
import { useSayError } from "../../../shared/use-say-error"
import { dayOf } from "../../personal-data/hold-state"
import { useWord } from "../../personal-data/hooks/use-word"
import { useChangeRecipient } from "../hooks/use-recipients"
import { isReviewOverdue } from "../recipients"

const useCountryName = (): ((code: string) => string) => {
  const { i18n } = useTranslation()
  return (code) =>
    new Intl.DisplayNames([i18n.language], { type: "region" }).of(code.toUpperCase()) ?? code
}

const useLines = (recipient: AdminRecipient): string[] => {
  const { t, i18n } = useTranslation("dkRecipients")
  const word = useWord()
  const countryName = useCountryName()
  const day = (value: string) => formatDay(value, i18n.language)
  const {
    role,
    purposes,
    country,
    agreement_on: agreed,
    agreement_reference: reference,
  } = recipient
  const agreement =
    agreed === null
      ? t(`noAgreement.${role}`)
      : t(`agreement.${role}`, { day: day(agreed), reference: reference ?? "" }).trim()
  const names = formatList(
    purposes.map((purpose) => word("purpose", purpose)),
    i18n.language
  )
  return [
    t("line", { country: countryName(country), purposes: names }),
    ...(recipient.safeguard === null ? [] : [t("safeguard", { text: recipient.safeguard })]),
    agreement,
    recipient.contact_email ?? recipient.contact_how ?? t("noContact"),
    ...(recipient.next_review_on === null
      ? []
      : [t("review", { day: day(recipient.next_review_on) })]),
  ]
}

const RowButtons = ({ recipient, onEdit }: { recipient: AdminRecipient; onEdit: () => void }) => {
  const { t } = useTranslation("dkRecipients")
  const sayError = useSayError()
  const change = useChangeRecipient(recipient.id)
  const { is_active: isActive } = recipient
  return (
    <div className="flex shrink-0 flex-wrap items-start gap-2">
      <Button
        size="small"
        variant="secondary"
        data-testid="dk-recipient-edit"
        aria-label={t("editOf", { name: recipient.name })}
        onClick={onEdit}
      >
        {t("editShort")}
      </Button>
      <Button
        size="small"
        variant="secondary"
        isLoading={change.isPending}
        data-testid="dk-recipient-switch"
        onClick={() => {
          change.mutate(
            { is_active: !isActive },
            {
              onError: sayError,
              onSuccess: () => {
                toast.success(t("saved"))
              },
            }
          )
        }}
      >
        {isActive ? t("deactivate") : t("activate")}
      </Button>
    </div>
  )
}

type RowProps = { recipient: AdminRecipient; mayChange: boolean; onEdit: () => void }

/** One who gets data: why, where, by which agreement, and when to look again. */
export const RecipientRow = ({ recipient, mayChange, onEdit }: RowProps) => {
  const { t } = useTranslation("dkRecipients")
  const lines = useLines(recipient)
  return (
    <li
      className="flex flex-col gap-x-6 gap-y-3 px-6 py-4 md:flex-row md:justify-between"
      data-testid="dk-recipient"
    >
      <div className="flex min-w-0 flex-col items-start gap-y-1">
        <Text size="small" weight="plus">
          {recipient.name}
        </Text>
        <div className="flex flex-wrap gap-2">
          <StatusBadge color={recipient.role === "joint_controller" ? "purple" : "grey"}>
            {t(`role.${recipient.role}`)}
          </StatusBadge>
          {!recipient.is_active && <StatusBadge color="orange">{t("inactive")}</StatusBadge>}
          {isReviewOverdue(recipient, dayOf(new Date())) && (
            <StatusBadge color="red">{t("reviewOverdue")}</StatusBadge>
          )}
        </div>
        {lines.map((line) => (
          <Text key={line} size="small" className="text-ui-fg-subtle break-words">
            {line}
          </Text>
        ))}
        {recipient.role === "joint_controller" && (
          <Text size="small" className="max-w-[640px]">
            {t("jointText")}
          </Text>
        )}
      </div>
      {mayChange && <RowButtons recipient={recipient} onEdit={onEdit} />}
    </li>
  )
}
