import { Checkbox, Label } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { SelectField } from "../../../shared/select-field"
import { TextField } from "../../../shared/text-field"
import type { IntakeDraft } from "../intake"
import { KINDS } from "../kinds"

const CHANNELS = ["mail", "phone", "letter"] as const
const LOCALES = ["da", "en"] as const

type FieldsProps = {
  draft: IntakeDraft
  problemOf: (field: string) => string | null
  onChange: (change: Partial<IntakeDraft>) => void
}

export const WhatFields = ({ draft, problemOf, onChange }: FieldsProps) => {
  const { t } = useTranslation("dkRequests")
  return (
    <>
      <SelectField
        id="dk-request-channel"
        label={t("channelLabel")}
        value={draft.channel}
        options={CHANNELS.map((value) => ({ value, label: t(`channel.${value}`) }))}
        onChange={(channel) => {
          onChange({ channel })
        }}
      />
      <SelectField
        id="dk-request-kind"
        label={t("kindLabel")}
        value={draft.kind}
        options={KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
        onChange={(kind) => {
          onChange({ kind })
        }}
      />
      <TextField
        id="dk-request-received"
        label={t("receivedOn")}
        hint={t("receivedHint")}
        type="date"
        isRequired
        value={draft.receivedOn}
        problem={problemOf("received_on")}
        onChange={(receivedOn) => {
          onChange({ receivedOn })
        }}
      />
    </>
  )
}

const SenderField = ({ draft, problemOf, onChange }: FieldsProps) => {
  const { t: tIntake } = useTranslation("dkIntake")
  return (
    <TextField
      id="dk-request-sender"
      label={tIntake("sender")}
      hint={tIntake("senderHint")}
      maxLength={400}
      isRequired
      value={draft.sender}
      problem={problemOf("sender")}
      onChange={(sender) => {
        onChange({ sender })
      }}
    />
  )
}

const Representative = ({ draft, problemOf, onChange }: FieldsProps) => {
  const { t: tIntake } = useTranslation("dkIntake")
  return (
    <>
      <div className="flex items-center gap-x-2">
        <Checkbox
          id="dk-request-for-other"
          checked={draft.isForOther}
          onCheckedChange={(next) => {
            onChange({ isForOther: next === true, customerId: "" })
          }}
        />
        <Label htmlFor="dk-request-for-other" size="small">
          {tIntake("forOther")}
        </Label>
      </div>
      {draft.isForOther && (
        <>
          <TextField
            id="dk-request-representative"
            label={tIntake("representative")}
            maxLength={200}
            isRequired
            value={draft.representative}
            problem={problemOf("representative_name")}
            onChange={(representative) => {
              onChange({ representative })
            }}
          />
          <TextField
            id="dk-request-authority"
            label={tIntake("authority")}
            hint={tIntake("authorityHint")}
            maxLength={500}
            isRequired
            value={draft.authority}
            problem={problemOf("authority_seen")}
            onChange={(authority) => {
              onChange({ authority })
            }}
          />
        </>
      )}
    </>
  )
}

export const WhoFields = (props: FieldsProps) => {
  const { draft, problemOf, onChange } = props
  const { t } = useTranslation("dkRequests")
  const { t: tIntake } = useTranslation("dkIntake")
  const isMail = draft.channel === "mail"
  return (
    <>
      {isMail && <SenderField {...props} />}
      {!isMail && (
        <TextField
          id="dk-request-email"
          label={t("email")}
          hint={t("emailHint")}
          inputMode="email"
          maxLength={320}
          value={draft.email}
          problem={problemOf("email")}
          onChange={(email) => {
            onChange({ email })
          }}
        />
      )}
      <Representative {...props} />
      {(!isMail || draft.isForOther) && (
        <TextField
          id="dk-request-name"
          label={draft.isForOther ? tIntake("personName") : t("name")}
          maxLength={200}
          isRequired={draft.isForOther}
          value={draft.name}
          problem={problemOf("name")}
          onChange={(name) => {
            onChange({ name })
          }}
        />
      )}
      <TextField
        id="dk-request-message"
        label={t("message")}
        rows={4}
        maxLength={5000}
        value={draft.message}
        problem={problemOf("message")}
        onChange={(message) => {
          onChange({ message })
        }}
      />
      <SelectField
        id="dk-request-locale"
        label={t("localeLabel")}
        value={draft.locale}
        options={LOCALES.map((value) => ({ value, label: t(`locale.${value}`) }))}
        onChange={(locale) => {
          onChange({ locale })
        }}
      />
    </>
  )
}
