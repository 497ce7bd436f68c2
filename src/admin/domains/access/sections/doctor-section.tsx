import { Button, StatusBadge, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { AdminDoctorReport } from "../../../../types/http"
import { Section } from "../../../shared/section"

const COLOURS = { ok: "green", warning: "orange", problem: "red" } as const
const WORST_FIRST = ["problem", "warning", "ok"] as const

type Finding = AdminDoctorReport["findings"][number]

const FindingRow = ({ finding: { state, says, todo } }: { finding: Finding }) => {
  const { t } = useTranslation("dkAccessDoctor")
  return (
    <li
      className="flex flex-col gap-x-6 gap-y-2 px-6 py-4 md:flex-row md:justify-between"
      data-testid={`dk-doctor-${state}`}
    >
      <div className="max-w-[640px]">
        <Text size="small" leading="compact" weight="plus" className="break-words">
          {says}
        </Text>
        {todo !== null && (
          <Text size="small" className="text-ui-fg-subtle mt-1 break-words">
            {todo}
          </Text>
        )}
      </div>
      <div className="shrink-0">
        <StatusBadge color={COLOURS[state]}>{t(`state.${state}`)}</StatusBadge>
      </div>
    </li>
  )
}

const Findings = ({ report: { findings, is_production } }: { report: AdminDoctorReport }) => {
  const { t } = useTranslation("dkAccessDoctor")
  const [isWhole, setWhole] = useState(false)
  const shown = WORST_FIRST.filter((state) => isWhole || state !== "ok").flatMap((state) =>
    findings.filter((finding) => finding.state === state)
  )
  return (
    <>
      {!is_production && (
        <Text size="small" className="text-ui-fg-subtle px-6 py-4">
          {t("development")}
        </Text>
      )}
      {shown.length === 0 && (
        <Text size="small" className="px-6 py-4">
          {t("allWell")}
        </Text>
      )}
      <ul className="divide-y">
        {shown.map((finding) => (
          <FindingRow key={finding.code + finding.says} finding={finding} />
        ))}
      </ul>
      <div className="px-6 py-4">
        <Button
          size="small"
          variant="secondary"
          data-testid="dk-doctor-more"
          onClick={() => {
            setWhole(!isWhole)
          }}
        >
          {isWhole ? t("showLess") : t("showAll")}
        </Button>
      </div>
    </>
  )
}

/** How the store is set up and run: what is wrong first, and what to do about it. */
export const DoctorSection = ({ report }: { report: AdminDoctorReport }) => {
  const { t } = useTranslation("dkAccessDoctor")
  return (
    <div id="dk-doctor">
      <Section title={t("title")} text={t("text")} testId="dk-doctor">
        <Findings report={report} />
      </Section>
    </div>
  )
}
