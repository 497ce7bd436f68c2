import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminBreachDetail, AdminBreachEvent } from "../../../../types/http"
import { formatMoment } from "../../../shared/format"
import { useStaffName } from "../../personal-data/hooks/use-staff-name"
import { numberIn, textIn } from "../event-data"
import { useEventTexts } from "../hooks/use-event-texts"
import { CasePart } from "./case-part"

const useActorName = (actor: string): string => {
  const { t } = useTranslation("dkBreachCase")
  const isStaff = actor !== "system"
  const name = useStaffName(isStaff ? actor : null)
  return isStaff ? (name ?? t("timeline.gone")) : t("timeline.system")
}

/** Texts that an event carries, in the order they are read. */
const TEXTS = [
  "reasoning",
  "exemption_reason",
  "receipt",
  "delay_reasons",
  "place",
  "text",
  "cause",
  "lessons",
]

/** What an event carries, line by line. */
const useDetails = (event: AdminBreachEvent): string[] => {
  const { t } = useTranslation("dkBreachCase")
  const { t: tBreaches } = useTranslation("dkBreaches")
  const { type } = event
  const count = numberIn(event, "added") ?? numberIn(event, "people") ?? numberIn(event, "removed")
  const risk = textIn(event, "risk")
  const exemption = textIn(event, "exemption")
  const reminder = textIn(event, "kind")
  return [
    ...(type === "assessed" ? [tBreaches(`risk.${risk}`)] : []),
    ...(exemption === "" ? [] : [`${t("risk.exempt")}: ${t(`risk.exemptionMeans.${exemption}`)}`]),
    ...(type === "reminded" ? [t(`timeline.reminder.${reminder}`)] : []),
    ...(count === null ? [] : [t("timeline.people", { count })]),
    ...TEXTS.map((name) => textIn(event, name)).filter((text) => text !== ""),
  ]
}

const Event = ({ event }: { event: AdminBreachEvent }) => {
  const { t, i18n } = useTranslation("dkBreachCase")
  const name = useActorName(event.actor)
  const details = useDetails(event)
  const texts = useEventTexts()(event)
  return (
    <li className="px-6 py-3" data-testid="dk-breach-event">
      <Text size="small" weight="plus">
        {t(`timeline.event.${event.type}`, { defaultValue: event.type })}
      </Text>
      <Text size="small" className="text-ui-fg-subtle">
        {t("timeline.by", { moment: formatMoment(event.at, i18n.language), name })}
      </Text>
      {details.map((text) => (
        <Text key={text} size="small" className="max-w-[640px] whitespace-pre-wrap break-words">
          {text}
        </Text>
      ))}
      {texts.length > 0 && (
        <details className="mt-1 max-w-[640px]">
          <summary className="txt-small text-ui-fg-subtle w-fit cursor-pointer">
            {t("timeline.see")}
          </summary>
          {texts.map((text) => (
            <Text key={text} size="small" className="mt-1 whitespace-pre-wrap break-words">
              {text}
            </Text>
          ))}
        </details>
      )}
    </li>
  )
}

/** What happened, who did it and why, the latest first. */
export const TimelineSection = ({ breach }: { breach: AdminBreachDetail }) => {
  const { t } = useTranslation("dkBreachCase")
  return (
    <CasePart
      breach={breach}
      title={t("timeline.title")}
      text={t("timeline.text")}
      testId="dk-breach-timeline"
    >
      <ol className="divide-y">
        {[...breach.timeline].reverse().map((event) => (
          <Event key={event.id} event={event} />
        ))}
      </ol>
    </CasePart>
  )
}
