import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminSubjectRequestEvent } from "../../../../types/http"
import { formatMoment } from "../../../shared/format"
import { Section } from "../../../shared/section"
import { useStaffName } from "../../personal-data/hooks/use-staff-name"

type EventProps = { event: AdminSubjectRequestEvent }

const useActorName = (actor: string): string => {
  const { t } = useTranslation("dkRequests")
  const isStaff = actor !== "person" && actor !== "system"
  const name = useStaffName(isStaff ? actor : null)
  if (isStaff) return name ?? t("timeline.gone")
  return t(`timeline.${actor}`)
}

/** The ground of a refusal or the proof of who it is, in words. */
const useDetail = ({ data }: AdminSubjectRequestEvent): string | null => {
  const { t } = useTranslation("dkRequests")
  if (typeof data.ground === "string") return t(`ground.${data.ground}`)
  return typeof data.proof === "string" ? t(`proof.${data.proof}`) : null
}

const Event = ({ event }: EventProps) => {
  const { t, i18n } = useTranslation("dkRequests")
  const name = useActorName(event.actor)
  const detail = useDetail(event)
  return (
    <li className="px-6 py-3" data-testid="dk-request-event">
      <Text size="small" weight="plus">
        {t(`timeline.event.${event.type}`, { defaultValue: event.type })}
      </Text>
      <Text size="small" className="text-ui-fg-subtle">
        {formatMoment(event.at, i18n.language)} {t("timeline.by", { name })}
      </Text>
      {detail !== null && <Text size="small">{detail}</Text>}
      {event.reason !== null && (
        <Text size="small" className="whitespace-pre-wrap break-words">
          {event.reason}
        </Text>
      )}
    </li>
  )
}

/** What happened to a request, who did it and why, the latest first. */
export const TimelineSection = ({ timeline }: { timeline: AdminSubjectRequestEvent[] }) => {
  const { t } = useTranslation("dkRequests")
  return (
    <Section title={t("timeline.title")} testId="dk-request-timeline">
      <ol className="divide-y">
        {[...timeline].reverse().map((event) => (
          <Event key={event.id} event={event} />
        ))}
      </ol>
    </Section>
  )
}
