import { toast } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { AdminCreateSubjectRequest } from "../../../../types/http"
import { ApiError } from "../../../shared/api"
import { FormDrawer } from "../../../shared/form-drawer"
import { localeOf } from "../../../shared/locale"
import { SelectField } from "../../../shared/select-field"
import { TextField } from "../../../shared/text-field"
import { useErrorText } from "../../../shared/use-error-text"
import { dayOf } from "../../personal-data/hold-state"
import { useCreateRequest } from "../hooks/use-requests"
import { KINDS } from "../kinds"

const CHANNELS = ["mail", "phone", "letter"] as const
const LOCALES = ["da", "en"] as const

const EMPTY = {
  kind: "access" as AdminCreateSubjectRequest["kind"],
  channel: "mail" as AdminCreateSubjectRequest["channel"],
  email: "",
  name: "",
  message: "",
}

type Draft = typeof EMPTY & { receivedOn: string; locale: "da" | "en" }

const bodyOf = (draft: Draft): AdminCreateSubjectRequest => {
  const { kind, channel, locale, receivedOn, ...texts } = draft
  const said = Object.entries(texts).flatMap(([key, text]) =>
    text.trim() === "" ? [] : [[key, text.trim()] as const]
  )
  return { kind, channel, locale, received_on: receivedOn, ...Object.fromEntries(said) }
}

type FieldsProps = {
  draft: Draft
  problemOf: (field: string) => string | null
  onChange: (change: Partial<Draft>) => void
}

const WhatFields = ({ draft, problemOf, onChange }: FieldsProps) => {
  const { t } = useTranslation("dkRequests")
  return (
    <>
      <SelectField
        id="dk-request-kind"
        label={t("kindLabel")}
        value={draft.kind}
        options={KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
        onChange={(kind) => {
          onChange({ kind })
        }}
      />
      <SelectField
        id="dk-request-channel"
        label={t("channelLabel")}
        value={draft.channel}
        options={CHANNELS.map((value) => ({ value, label: t(`channel.${value}`) }))}
        onChange={(channel) => {
          onChange({ channel })
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

const WhoFields = ({ draft, problemOf, onChange }: FieldsProps) => {
  const { t } = useTranslation("dkRequests")
  return (
    <>
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
      <TextField
        id="dk-request-name"
        label={t("name")}
        maxLength={200}
        value={draft.name}
        problem={problemOf("name")}
        onChange={(name) => {
          onChange({ name })
        }}
      />
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

const FIELDS = ["received_on", "email", "name", "message"]

/** Records what came by mail, telephone or letter, with the day it came and whom the answer goes to. */
export const NewRequestDrawer = ({ onClose }: { onClose: () => void }) => {
  const { t, i18n } = useTranslation("dkRequests")
  const errorText = useErrorText()
  const create = useCreateRequest()
  const [draft, setDraft] = useState<Draft>({
    ...EMPTY,
    receivedOn: dayOf(new Date()),
    locale: localeOf(i18n.language),
  })
  const { error } = create
  const field = error instanceof ApiError ? error.field : null
  const problemOf = (name: string): string | null => {
    if (error === null || field !== name) return null
    const isAhead = error instanceof ApiError && error.code === "not_yet"
    return isAhead ? t("receivedAhead") : errorText(error)
  }
  const fields: FieldsProps = {
    draft,
    problemOf,
    onChange: (change) => {
      create.reset()
      setDraft({ ...draft, ...change })
    },
  }
  return (
    <FormDrawer
      title={t("create")}
      text={t("createText")}
      submitLabel={t("create")}
      isPending={create.isPending}
      isReady={draft.receivedOn !== "" && `${draft.email}${draft.name}`.trim() !== ""}
      error={field !== null && FIELDS.includes(field) ? null : error}
      testId="dk-request-drawer"
      onSubmit={() => {
        create.mutate(bodyOf(draft), {
          onSuccess: () => {
            toast.success(t("created"))
            onClose()
          },
        })
      }}
      onClose={onClose}
    >
      <WhatFields {...fields} />
      <WhoFields {...fields} />
    </FormDrawer>
  )
}
