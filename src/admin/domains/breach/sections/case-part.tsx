import type { ComponentProps } from "react"
import { useTranslation } from "react-i18next"
import type { AdminBreachDetail } from "../../../../types/http"
import { Section } from "../../../shared/section"

export type CaseProps = {
  breach: AdminBreachDetail
  /** Whether the reader may assess, report, tell people and close. */
  mayDecide: boolean
}

/** A part of a case's page; every part of a drill says that it is one. */
export const CasePart = ({
  breach,
  title,
  ...section
}: ComponentProps<typeof Section> & { breach: AdminBreachDetail }) => {
  const { t } = useTranslation("dkBreachCase")
  return <Section title={breach.is_drill ? t("ofDrill", { title }) : title} {...section} />
}
