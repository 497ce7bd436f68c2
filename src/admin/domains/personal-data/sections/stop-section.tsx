import { Alert, Button, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { AdminStop } from "../../../../types/http"
import { formatDay, formatMoment } from "../../../shared/format"
import { Section } from "../../../shared/section"
import { LiftStopDrawer } from "../forms/lift-stop-drawer"
import { StopDrawer } from "../forms/stop-drawer"
import { useStops } from "../hooks/use-retention"
import { useStaffName } from "../hooks/use-staff-name"

/** Stops before the one in force that are shown. */
const SHOWN = 5

const InForce = ({ stop }: { stop: AdminStop }) => {
  const { t, i18n } = useTranslation("dkRetention")
  const name = useStaffName(stop.created_by)
  const [isLifting, setLifting] = useState(false)
  return (
    <div className="px-6 py-4">
      <Alert variant="warning" data-testid="dk-stop">
        <div className="flex flex-col items-start gap-y-2">
          <p className="font-medium">
            {t("stop.inForce", { day: formatDay(stop.ends_on, i18n.language) })}
          </p>
          <p className="break-words">
            {t(`stop.kind.${stop.kind}`)}: {stop.reason}
          </p>
          <p>
            {t("stop.made", { moment: formatMoment(stop.created_at, i18n.language) })}
            {name !== undefined && ` ${t("by", { name })}`}
          </p>
          <Button
            size="small"
            variant="secondary"
            data-testid="dk-stop-lift"
            onClick={() => {
              setLifting(true)
            }}
          >
            {t("stop.lift")}
          </Button>
        </div>
      </Alert>
      {isLifting && (
        <LiftStopDrawer
          id={stop.id}
          onClose={() => {
            setLifting(false)
          }}
        />
      )}
    </div>
  )
}

const Earlier = ({ stop }: { stop: AdminStop }) => {
  const { t, i18n } = useTranslation("dkRetention")
  const { lifted_at: liftedAt, lift_reason: why } = stop
  const lifter = useStaffName(stop.lifted_by)
  return (
    <li className="px-6 py-3" data-testid="dk-stop-earlier">
      <Text size="small" weight="plus">
        {t(`stop.kind.${stop.kind}`)}
      </Text>
      <Text size="small" className="break-words">
        {stop.reason}
      </Text>
      <Text size="small" className="text-ui-fg-subtle break-words">
        {t("stop.made", { moment: formatMoment(stop.created_at, i18n.language) })}.{" "}
        {liftedAt === null
          ? t("stop.over", { day: formatDay(stop.ends_on, i18n.language) })
          : t("stop.lifted", { moment: formatMoment(liftedAt, i18n.language), why })}
        {liftedAt !== null && lifter !== undefined && ` ${t("by", { name: lifter })}`}
      </Text>
    </li>
  )
}

/** The way to keep everything for an audit or a court, and what was kept so before. */
export const StopSection = ({ stop }: { stop: AdminStop | null }) => {
  const { t } = useTranslation("dkRetention")
  const [isMaking, setMaking] = useState(false)
  const { data } = useStops({ limit: SHOWN + 1, offset: 0 })
  const earlier = (data?.stops ?? []).filter(({ id }) => id !== stop?.id).slice(0, SHOWN)
  return (
    <Section
      title={t("stop.title")}
      text={t("stop.text")}
      testId="dk-stop-section"
      actions={
        <Button
          size="small"
          variant="danger"
          data-testid="dk-stop-create"
          onClick={() => {
            setMaking(true)
          }}
        >
          {t("stop.create")}
        </Button>
      }
    >
      {stop && <InForce stop={stop} />}
      {earlier.length > 0 && (
        <ul className="divide-y">
          {earlier.map((it) => (
            <Earlier key={it.id} stop={it} />
          ))}
        </ul>
      )}
      {isMaking && (
        <StopDrawer
          onClose={() => {
            setMaking(false)
          }}
        />
      )}
    </Section>
  )
}
