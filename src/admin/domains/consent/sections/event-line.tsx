import { Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { AdminNotice, ConsentEvent } from "../../../../types/http"
import { formatMoment } from "../../../shared/format"
import { capital } from "../capital"
import { NoticeReader } from "../forms/notice-reader"
import { usePurposeName } from "../hooks/use-notice-name"

type EventLineProps = { event: ConsentEvent; notices: readonly AdminNotice[] }

/** One thing that happened: what, where, how it is known, and the text of then, to read. */
export const EventLine = ({ event, notices }: EventLineProps) => {
  const { t, i18n } = useTranslation("dkConsents")
  const nameOf = usePurposeName()
  const [reading, setReading] = useState(false)
  const { purpose, channel, state, source, place } = event
  const notice = notices.find(({ id }) => id === event.notice_id)
  const on = channel === null ? "" : ` ${t(`on.${channel}`, { defaultValue: channel })}`
  const what = t(`event.${state}`, { what: `${nameOf(purpose)}${on}` })
  return (
    <li className="flex flex-col gap-y-1 px-6 py-3" data-testid="dk-consent-event">
      <Text size="small" weight="plus" className="break-words">
        {capital(what)}
      </Text>
      <Text size="xsmall" className="text-ui-fg-subtle break-words">
        {formatMoment(event.occurred_at, i18n.language)}
        {`, ${t(`place.${place}`, { defaultValue: place })}`}
        {source !== "asserted" && ` (${t(`source.${source}`)})`}
      </Text>
      {notice && (
        <div>
          <button
            type="button"
            className="txt-small text-ui-fg-base focus-visible:shadow-borders-focus outline-none underline"
            data-testid="dk-consent-read"
            onClick={() => {
              setReading(true)
            }}
          >
            {t("event.read", { version: notice.version })}
          </button>
        </div>
      )}
      {reading && notice && (
        <NoticeReader
          notice={notice}
          onClose={() => {
            setReading(false)
          }}
        />
      )}
    </li>
  )
}
