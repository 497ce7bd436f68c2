import { Heading } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminRecordActivity } from "../../../../types/http"

const recipientText = ({ name, country, safeguard }: AdminRecordActivity["recipients"][number]) =>
  `${name} (${[country, safeguard].filter((part) => part !== null && part !== "").join(", ")})`

type RecordActivityProps = { activity: AdminRecordActivity }

/** One activity of the record, in the order of Art. 30(1). */
export const RecordActivity = ({ activity }: RecordActivityProps) => {
  const { t } = useTranslation("dkDataMap")
  const parts = [
    { name: "bases", lines: activity.bases },
    { name: "people", lines: activity.people },
    { name: "categories", lines: activity.categories },
    { name: "recipients", lines: activity.recipients.map(recipientText) },
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
              {lines.length === 0
                ? t("record.none")
                : lines.map((line) => <p key={line}>{line}</p>)}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
