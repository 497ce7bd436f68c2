import { Alert, Button, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { AdminRecordOfProcessing } from "../../../../types/http"
import { Facts } from "../../../shared/facts"
import { formatMoment } from "../../../shared/format"
import { localeOf } from "../../../shared/locale"
import type { Locale } from "../../../shared/locale"
import { Reading } from "../../../shared/reading"
import { Section } from "../../../shared/section"
import { SelectField } from "../../../shared/select-field"
import { useSayError } from "../../../shared/use-say-error"
import { SecurityDrawer } from "../forms/security-drawer"
import { usePrintRecord, useRecord, useRecordTable } from "../hooks/use-record"
import { RecordActivity } from "./record-activity"

type ActionsProps = { locale: Locale; onLocale: (locale: Locale) => void }

const Actions = ({ locale, onLocale }: ActionsProps) => {
  const { t } = useTranslation("dkDataMap")
  const print = usePrintRecord(locale)
  const table = useRecordTable(locale)
  const sayError = useSayError()
  return (
    <>
      <SelectField
        id="dk-record-locale"
        label={t("record.locale")}
        isLabelHidden
        value={locale}
        options={[
          { value: "da", label: t("record.danish") },
          { value: "en", label: t("record.english") },
        ]}
        onChange={onLocale}
      />
      <Button
        size="small"
        variant="secondary"
        isLoading={table.isPending}
        data-testid="dk-record-csv"
        onClick={() => {
          table.mutate(t("record.fileName"), { onError: sayError })
        }}
      >
        {t("record.csv")}
      </Button>
      <Button
        size="small"
        isLoading={print.isPending}
        data-testid="dk-record-print"
        onClick={() => {
          print.mutate(undefined, { onError: sayError })
        }}
      >
        {t("record.print")}
      </Button>
    </>
  )
}

const Controller = ({ record }: { record: AdminRecordOfProcessing }) => {
  const { t } = useTranslation("dkDataMap")
  const { name, cvr, address, email, phone, dpo } = record.controller
  const rows = [
    { label: t("record.name"), value: name },
    { label: t("record.cvr"), value: cvr },
    { label: t("record.address"), value: address },
    { label: t("record.email"), value: email },
    { label: t("record.phone"), value: phone ?? "–" },
    { label: t("record.dpo"), value: dpo ?? t("record.noDpo") },
  ]
  return (
    <Section title={t("record.controller")} testId="dk-record-controller">
      <Facts rows={rows} />
    </Section>
  )
}

const Security = ({ record, locale }: { record: AdminRecordOfProcessing; locale: Locale }) => {
  const { t, i18n } = useTranslation("dkDataMap")
  const { t: tShared } = useTranslation("dkShared")
  const [editing, setEditing] = useState(false)
  const { text, updated_at: updatedAt } = record.security
  return (
    <Section
      title={t("record.security")}
      testId="dk-record-security-section"
      actions={
        <Button
          size="small"
          variant="secondary"
          data-testid="dk-record-security-edit"
          onClick={() => {
            setEditing(true)
          }}
        >
          {tShared("edit")}
        </Button>
      }
    >
      <div className="flex flex-col gap-y-2 px-6 py-4">
        <Text size="small" className="whitespace-pre-line break-words">
          {text}
        </Text>
        <Text size="small" className="text-ui-fg-subtle">
          {updatedAt === null
            ? t("record.securityDefault")
            : t("record.securityUpdated", { moment: formatMoment(updatedAt, i18n.language) })}
        </Text>
      </div>
      {editing && (
        <SecurityDrawer
          locale={locale}
          text={text}
          onClose={() => {
            setEditing(false)
          }}
        />
      )}
    </Section>
  )
}

const Unclassified = ({ count }: { count: number }) => {
  const { t } = useTranslation("dkDataMap")
  return (
    <div className="px-6 py-4">
      <Alert variant="error" data-testid="dk-record-unclassified">
        <p>{t("record.unclassified", { count })}</p>
        <Link to="/privacy/data-map" className="text-ui-fg-base underline">
          {t("record.seeMap")}
        </Link>
      </Alert>
    </div>
  )
}

/** The record of processing activities of Art. 30(1) GDPR: to read, print, hand out and complete. */
export const RecordPage = () => {
  const { t, i18n } = useTranslation("dkDataMap")
  const [locale, setLocale] = useState<Locale>(localeOf(i18n.language))
  const query = useRecord(locale)
  const { data: record } = query
  return (
    <div className="flex flex-col gap-y-3">
      <Section
        level="h1"
        title={t("record.title")}
        text={t("record.text")}
        testId="dk-record"
        actions={record && <Actions locale={locale} onLocale={setLocale} />}
      >
        <Reading query={query} lines={8} />
        {record && record.unclassified > 0 && <Unclassified count={record.unclassified} />}
        {record?.activities.map((activity) => (
          <RecordActivity key={activity.purpose} activity={activity} locale={record.locale} />
        ))}
      </Section>
      {record && <Controller record={record} />}
      {record && <Security record={record} locale={locale} />}
    </div>
  )
}
