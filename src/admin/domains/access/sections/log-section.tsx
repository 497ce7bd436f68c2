import { Alert, Button } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { EmptyNotice } from "../../../shared/empty-notice"
import { ListBody } from "../../../shared/list-body"
import { Section } from "../../../shared/section"
import { usePage } from "../../../shared/use-page"
import { StaffNoticeDrawer } from "../forms/staff-notice-drawer"
import { useAccessLog } from "../hooks/use-access-log"
import { LogFilter } from "./log-filter"
import type { LogChoice } from "./log-filter"
import { LogRows } from "./log-rows"

/** Nothing is logged before staff has been told: why, and the text to tell them with. */
const OffNotice = ({ onOpen }: { onOpen: () => void }) => {
  const { t } = useTranslation("dkAccess")
  return (
    <div className="px-6 py-4">
      <Alert variant="warning" data-testid="dk-log-off">
        <p className="font-medium">{t("log.off")}</p>
        <p>{t("log.offText")}</p>
        <Button
          className="mt-2"
          size="small"
          variant="secondary"
          data-testid="dk-log-publish"
          onClick={onOpen}
        >
          {t("log.readNotice")}
        </Button>
      </Alert>
    </div>
  )
}

/** Who read whose data: by member of staff and by customer. */
export const LogSection = () => {
  const { t } = useTranslation("dkAccess")
  const page = usePage()
  const [choice, setChoice] = useState<LogChoice>({})
  const [isOpen, setOpen] = useState(false)
  const query = useAccessLog({ ...choice, ...page.range })
  const isOn = query.data?.is_on
  return (
    <Section title={t("log.title")} text={t("log.text")} testId="dk-log">
      {isOn === false && (
        <OffNotice
          onOpen={() => {
            setOpen(true)
          }}
        />
      )}
      {query.data && (
        <LogFilter
          choice={choice}
          onChange={(next) => {
            page.turnTo(0)
            setChoice(next)
          }}
        />
      )}
      <ListBody
        query={query}
        page={page}
        empty={
          <EmptyNotice
            title={t("log.empty")}
            text={isOn === false ? t("log.emptyOff") : t("log.emptyText")}
          />
        }
      >
        {({ access_events: events }) => <LogRows events={events} />}
      </ListBody>
      {isOpen && (
        <StaffNoticeDrawer
          onClose={() => {
            setOpen(false)
          }}
        />
      )}
    </Section>
  )
}
