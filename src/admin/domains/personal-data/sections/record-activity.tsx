import { Heading } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminRecordActivity } from "../../../../types/http"
import type { Locale } from "../../../shared/locale"

type Recipient = AdminRecordActivity["recipients"][number] & {
  /** Outside the EU and EEA, and nothing is stated that protects the data there. */
  needs_safeguard?: boolean
}

const countryName = (code: string, locale: Locale): string =>
  /^[a-z]{2}$/i.test(code)
    ? (new Intl.DisplayNames(locale, { type: "region" }).of(code.toUpperCase()) ?? code)
    : code

type RecipientsProps = { recipients: Recipient[]; locale: Locale }

const Recipients = ({ recipients, locale }: RecipientsProps) => {
  const { t } = useTranslation("dkDataMap")
  if (recipients.length === 0) return <p>{t("record.none")}</p>
  return recipients.map(({ name, country, safeguard, needs_safeguard: isLacking }) => (
    <p key={name}>
      {name} ({countryName(country, locale)}
      {safeguard !== null && safeguard !== "" && `, ${safeguard}`})
      {isLacking && <span className="text-ui-fg-error"> {t("record.needsSafeguard")}</span>}
    </p>
  ))
}

type RecordActivityProps = { activity: AdminRecordActivity; locale: Locale }

/** One activity of the record, in the order of Art. 30(1). */
export const RecordActivity = ({ activity, locale }: RecordActivityProps) => {
  const { t } = useTranslation("dkDataMap")
  const parts = [
    { name: "bases", lines: activity.bases },
    { name: "people", lines: activity.people },
    { name: "categories", lines: activity.categories },
    { name: "recipients", lines: null },
    { name: "retention", lines: activity.retention },
  ]
  return (
    <section className="flex flex-col gap-y-3 px-6 py-4" data-testid="dk-record-activity">
      <Heading level="h3">{activity.title}</Heading>
      <dl className="txt-small flex flex-col gap-y-2">
        {parts.map(({ name, lines }) => (
          <div key={name} className="grid gap-x-4 md:grid-cols-[200px_1fr]">
            <dt className="font-medium">{t(`record.${name}`)}</dt>
            <dd className="text-ui-fg-subtle break-words">
              {lines === null ? (
                <Recipients recipients={activity.recipients} locale={locale} />
              ) : (
                lines.map((line) => <p key={line}>{line}</p>)
              )}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
