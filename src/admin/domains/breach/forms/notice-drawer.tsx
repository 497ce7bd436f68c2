import { Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { AdminBreachNoticeResponse } from "../../../../types/http"
import { ErrorNotice } from "../../../shared/error-notice"
import { FormDrawer } from "../../../shared/form-drawer"
import { LinesSkeleton } from "../../../shared/lines-skeleton"
import { TextField } from "../../../shared/text-field"
import { useActForm } from "../hooks/use-act-form"
import { useNotice } from "../hooks/use-notice"

type Texts = AdminBreachNoticeResponse["notice"]

const LOCALES = ["da", "en"] as const
const PARTS = ["subject", "text"] as const

const isWritten = (texts: Texts): boolean =>
  LOCALES.every((locale) => PARTS.every((part) => texts[locale][part].trim() !== ""))

type FieldsProps = { texts: Texts; onChange: (texts: Texts) => void }

const Fields = ({ texts, onChange }: FieldsProps) => {
  const { t } = useTranslation("dkBreachPeople")
  const change = (locale: (typeof LOCALES)[number], values: Partial<Texts["da"]>) => {
    onChange({ ...texts, [locale]: { ...texts[locale], ...values } })
  }
  return LOCALES.map((locale) => (
    <div key={locale} className="flex flex-col gap-y-4">
      <TextField
        id={`dk-breach-notice-subject-${locale}`}
        label={t(`notice.subject.${locale}`)}
        maxLength={200}
        isRequired
        value={texts[locale].subject}
        onChange={(subject) => {
          change(locale, { subject })
        }}
      />
      <TextField
        id={`dk-breach-notice-text-${locale}`}
        label={t(`notice.body.${locale}`)}
        rows={14}
        maxLength={20_000}
        isRequired
        value={texts[locale].text}
        onChange={(text) => {
          change(locale, { text })
        }}
      />
    </div>
  ))
}

type NoticeDrawerProps = {
  breachId: string
  /** Whether somebody has been told already. */
  hasBegun: boolean
  onClose: () => void
}

/** What the people are told, in both languages; begins from a draft of what is known. */
export const NoticeDrawer = ({ breachId, hasBegun, onClose }: NoticeDrawerProps) => {
  const { t } = useTranslation("dkBreachPeople")
  const { t: tShared } = useTranslation("dkShared")
  const query = useNotice(breachId)
  const [typed, setTyped] = useState<Texts | null>(null)
  const form = useActForm({
    ...{ breachId, path: "notice", done: t("notice.saved"), fields: [], onClose },
  })
  const texts = typed ?? query.data?.notice
  return (
    <FormDrawer
      title={t("notice.title")}
      text={[...(hasBegun ? [t("notice.editAgainText")] : []), t("notice.editText")].join(" ")}
      submitLabel={tShared("save")}
      isPending={form.isPending}
      isReady={texts !== undefined && isWritten(texts)}
      error={form.error}
      isTyped={typed !== null}
      testId="dk-breach-notice-drawer"
      onSubmit={() => {
        if (texts) form.submit(texts)
      }}
      onClose={onClose}
    >
      {query.error && <ErrorNotice error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <LinesSkeleton lines={8} />}
      {query.data && (
        <Text size="small" className="text-ui-fg-subtle">
          {query.data.is_draft ? t("notice.draft") : t("notice.written")}
        </Text>
      )}
      {texts && (
        <Fields
          texts={texts}
          onChange={(next) => {
            form.reset()
            setTyped(next)
          }}
        />
      )}
    </FormDrawer>
  )
}
