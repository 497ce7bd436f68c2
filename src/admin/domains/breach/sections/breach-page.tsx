import { Alert, Button, StatusBadge, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { Link, useParams } from "react-router-dom"
import { Reading } from "../../../shared/reading"
import { Section } from "../../../shared/section"
import { NoteDrawer } from "../forms/note-drawer"
import { useBreach } from "../hooks/use-breaches"
import { useClockSentences } from "../hooks/use-clock-texts"
import { AffectedSection } from "./affected-section"
import { ClockBadge, DrillBadge } from "./breach-clock"
import { CasePart } from "./case-part"
import type { CaseProps } from "./case-part"
import { CloseSection } from "./close-section"
import { FactsSection } from "./facts-section"
import { NoticeSection } from "./notice-section"
import { PublicNoticeSection } from "./public-notice-section"
import { ReportSection } from "./report-section"
import { RiskSection } from "./risk-section"
import { TimelineSection } from "./timeline-section"

const Head = ({ breach, mayDecide }: CaseProps) => {
  const { t } = useTranslation("dkBreachCase")
  const { t: tBreaches } = useTranslation("dkBreaches")
  const [isNoting, setNoting] = useState(false)
  const sentences = useClockSentences(breach)
  return (
    <CasePart
      breach={breach}
      level="h1"
      title={breach.title}
      testId="dk-breach"
      actions={
        <Button
          size="small"
          variant="secondary"
          data-testid="dk-breach-note"
          onClick={() => {
            setNoting(true)
          }}
        >
          {t("note")}
        </Button>
      }
    >
      <div className="flex flex-col items-start gap-y-3 px-6 py-4">
        <div className="flex flex-wrap gap-2">
          <StatusBadge color={breach.state === "open" ? "blue" : "grey"}>
            {tBreaches(`state.${breach.state}`)}
          </StatusBadge>
          {breach.state === "open" && <ClockBadge breach={breach} />}
          <DrillBadge breach={breach} />
        </div>
        <Text className="max-w-[640px]" data-testid="dk-breach-clock">
          {sentences.join(" ")}
        </Text>
        {!mayDecide && (
          <Text
            size="small"
            className="text-ui-fg-subtle max-w-[640px]"
            data-testid="dk-breach-may-not"
          >
            {t("mayNot")}
          </Text>
        )}
      </div>
      {isNoting && (
        <NoteDrawer
          breachId={breach.id}
          onClose={() => {
            setNoting(false)
          }}
        />
      )}
    </CasePart>
  )
}

const Case = (props: CaseProps) => {
  const { t } = useTranslation("dkBreachCase")
  const { breach } = props
  return (
    <>
      {breach.is_drill && (
        <Alert variant="warning" data-testid="dk-breach-drill-banner">
          <p className="font-medium">{t("drillTitle")}</p>
          <p>{t("drillText")}</p>
        </Alert>
      )}
      <Head {...props} />
      <FactsSection {...props} />
      <RiskSection {...props} />
      <ReportSection {...props} />
      <AffectedSection {...props} />
      <NoticeSection {...props} />
      <PublicNoticeSection {...props} />
      <CloseSection {...props} />
      <TimelineSection breach={breach} />
    </>
  )
}

/** One case: the clock, what is known, the risk, who is told, and what happened. */
export const BreachPage = () => {
  const { t: tBreaches } = useTranslation("dkBreaches")
  const { id = "" } = useParams()
  const query = useBreach(id)
  const { data } = query
  return (
    <div className="flex flex-col gap-y-3">
      <Link
        to="/privacy/breaches"
        className="text-ui-fg-base txt-small w-fit underline"
        data-testid="dk-breaches-back"
      >
        {tBreaches("back")}
      </Link>
      {data ? (
        <Case breach={data.breach} mayDecide={data.may_decide} />
      ) : (
        <Section level="h1" title={tBreaches("title")} testId="dk-breach-reading">
          <Reading query={query} lines={8} />
        </Section>
      )}
    </div>
  )
}
