import { Hint } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { AdminNotice, MarketingChannel, NoticeKind } from "../../../../types/http"
import { FormDrawer } from "../../../shared/form-drawer"
import { localeOf } from "../../../shared/locale"
import { SelectField } from "../../../shared/select-field"
import { TextField } from "../../../shared/text-field"
import { useBeginNotice } from "../hooks/use-notices"

const KINDS: readonly NoticeKind[] = ["privacy", "terms", "cookies", "marketing", "staff"]
const CHANNELS: readonly MarketingChannel[] = ["email", "sms"]
const BASES = ["consent", "soft_opt_in"] as const

const LOCALE = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/
const PURPOSE = /^[a-z][a-z0-9_]{0,39}$/

type Wish = {
  kind: NoticeKind
  locale: string
  purpose: string
  channel: MarketingChannel
  basis: (typeof BASES)[number]
}

type FieldsProps = { wish: Wish; onChange: (values: Partial<Wish>) => void }

const MarketingFields = ({ wish, onChange }: FieldsProps) => {
  const { t } = useTranslation("dkNotices")
  return (
    <>
      <TextField
        id="dk-new-purpose"
        label={t("purpose")}
        hint={t("purposeHint")}
        problem={PURPOSE.test(wish.purpose) ? null : t("purposeProblem")}
        isRequired
        maxLength={40}
        value={wish.purpose}
        onChange={(purpose) => {
          onChange({ purpose })
        }}
      />
      <SelectField
        id="dk-new-channel"
        label={t("channel")}
        value={wish.channel}
        options={CHANNELS.map((value) => ({ value, label: t(`channels.${value}`) }))}
        onChange={(channel) => {
          onChange({ channel })
        }}
      />
      <div className="flex flex-col gap-y-1">
        <SelectField
          id="dk-new-basis"
          label={t("basis")}
          value={wish.basis}
          options={BASES.map((value) => ({ value, label: t(`bases.${value}`) }))}
          onChange={(basis) => {
            onChange({ basis })
          }}
        />
        <Hint>{t("basisHint")}</Hint>
      </div>
    </>
  )
}

type NewNoticeDrawerProps = { onMade: (notice: AdminNotice) => void; onClose: () => void }

/** Asks which text, and begins it with its starter. */
export const NewNoticeDrawer = ({ onMade, onClose }: NewNoticeDrawerProps) => {
  const { t, i18n } = useTranslation("dkNotices")
  const begin = useBeginNotice(i18n.language)
  const [wish, setWish] = useState<Wish>({
    kind: "privacy",
    locale: localeOf(i18n.language),
    purpose: "newsletter",
    channel: "email",
    basis: "consent",
  })
  const change = (values: Partial<Wish>) => {
    begin.reset()
    setWish({ ...wish, ...values })
  }
  const { kind, locale, purpose, channel, basis } = wish
  const isMarketing = kind === "marketing"
  return (
    <FormDrawer
      title={t("create")}
      text={t("createText")}
      submitLabel={t("begin")}
      isPending={begin.isPending}
      isReady={LOCALE.test(locale) && (!isMarketing || PURPOSE.test(purpose))}
      error={begin.error}
      testId="dk-new-notice"
      onSubmit={() => {
        const about = isMarketing
          ? { kind, locale, purpose, channel }
          : { kind, locale, purpose: null, channel: null }
        begin.mutate(
          { about, basis },
          {
            onSuccess: ({ notice }) => {
              onMade(notice)
            },
          }
        )
      }}
      onClose={onClose}
    >
      <SelectField
        id="dk-new-kind"
        label={t("kindLabel")}
        value={kind}
        options={KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
        onChange={(next) => {
          change({ kind: next })
        }}
      />
      <TextField
        id="dk-new-locale"
        label={t("locale")}
        hint={t("localeHint")}
        problem={LOCALE.test(locale) ? null : t("localeProblem")}
        isRequired
        maxLength={20}
        value={locale}
        onChange={(text) => {
          change({ locale: text.trim() })
        }}
      />
      {isMarketing && <MarketingFields wish={wish} onChange={change} />}
    </FormDrawer>
  )
}
