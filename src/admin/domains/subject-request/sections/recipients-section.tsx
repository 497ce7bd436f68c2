import { Button, StatusBadge, Text, toast } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type {
  AdminRecipient,
  AdminRecipientListResponse,
  AdminRecipientPreset,
} from "../../../../types/http"
import { EmptyNotice } from "../../../shared/empty-notice"
import { formatDay, formatList } from "../../../shared/format"
import { Reading } from "../../../shared/reading"
import { Section } from "../../../shared/section"
import { useSayError } from "../../../shared/use-say-error"
import { dayOf } from "../../personal-data/hold-state"
import { useWord } from "../../personal-data/hooks/use-word"
import { RecipientDrawer } from "../forms/recipient-drawer"
import { useAddRecipient, useChangeRecipient, useRecipients } from "../hooks/use-recipients"
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

const Row = ({ recipient, mayChange, onEdit }: RowProps) => {
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

const Presets = ({ presets }: { presets: AdminRecipientPreset[] }) => {
  const { t } = useTranslation("dkRecipients")
  const sayError = useSayError()
  const add = useAddRecipient()
  if (presets.length === 0) return null
  return (
    <div className="flex flex-col gap-y-2 px-6 py-4" data-testid="dk-recipient-presets">
      <Text size="small" weight="plus">
        {t("presets")}
      </Text>
      <Text size="small" className="text-ui-fg-subtle">
        {t("presetsText")}
      </Text>
      <div className="flex flex-wrap gap-2">
        {presets.map(({ preset, name }) => (
          <Button
            key={preset}
            size="small"
            variant="secondary"
            disabled={add.isPending}
            data-testid={`dk-preset-${preset}`}
            onClick={() => {
              add.mutate(
                { preset },
                {
                  onError: sayError,
                  onSuccess: () => {
                    toast.success(t("added", { name }))
                  },
                }
              )
            }}
          >
            {t("addPreset", { name })}
          </Button>
        ))}
      </div>
    </div>
  )
}

type RegisterProps = {
  register: AdminRecipientListResponse
  onEdit: (recipient: AdminRecipient) => void
}

const Register = ({ register, onEdit }: RegisterProps) => {
  const { t } = useTranslation("dkRecipients")
  const { recipients, presets, may_change: mayChange } = register
  return (
    <>
      {mayChange ? (
        <Presets presets={presets} />
      ) : (
        <Text size="small" className="text-ui-fg-subtle px-6 py-3">
          {t("readOnly")}
        </Text>
      )}
      {recipients.length === 0 && <EmptyNotice title={t("empty")} text={t("emptyText")} />}
      <ul className="divide-y">
        {recipients.map((recipient) => (
          <Row
            key={recipient.id}
            recipient={recipient}
            mayChange={mayChange}
            onEdit={() => {
              onEdit(recipient)
            }}
          />
        ))}
      </ul>
    </>
  )
}

/** Who gets data from the store, with agreement, country and the day to look again. */
export const RecipientsSection = () => {
  const { t } = useTranslation("dkRecipients")
  const query = useRecipients()
  const [editing, setEditing] = useState<AdminRecipient | "new" | null>(null)
  const { data } = query
  return (
    <Section
      level="h1"
      title={t("title")}
      text={t("text")}
      testId="dk-recipients"
      actions={
        data?.may_change && (
          <Button
            size="small"
            data-testid="dk-recipient-add"
            onClick={() => {
              setEditing("new")
            }}
          >
            {t("add")}
          </Button>
        )
      }
    >
      <Reading query={query} lines={6} />
      {data && <Register register={data} onEdit={setEditing} />}
      {editing !== null && (
        <RecipientDrawer
          {...(editing !== "new" && { recipient: editing })}
          onClose={() => {
            setEditing(null)
          }}
        />
      )}
    </Section>
  )
}
