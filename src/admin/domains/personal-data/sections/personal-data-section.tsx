import { Button } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { AdminErasure } from "../../../../types/http"
import { Reading } from "../../../shared/reading"
import { Section } from "../../../shared/section"
import { erasureState } from "../erasure-state"
import { EraseDialog } from "../forms/erase-dialog"
import { ExportDrawer } from "../forms/export-drawer"
import { HandOverDrawer } from "../forms/hand-over-drawer"
import { HoldDrawer } from "../forms/hold-drawer"
import { useLatestErasure } from "../hooks/use-erasures"
import { useIsCompany } from "../hooks/use-hand-over"
import { ErasureStatus } from "./erasure-status"
import { HoldStatus } from "./hold-status"

type Form = "export" | "erase" | "hold" | "handOver"

type ActionsProps = {
  customerId: string
  erasure: AdminErasure | null
  onOpen: (form: Form) => void
}

const Actions = ({ customerId, erasure, onOpen }: ActionsProps) => {
  const { t } = useTranslation("dkPersonalData")
  const { data: isCompany } = useIsCompany(customerId)
  const isDone = erasure?.status === "done"
  const canStart = erasure === null || erasureState(erasure).canStart
  const button = (form: Form, testId: string, label: string) => (
    <Button
      size="small"
      variant="secondary"
      data-testid={testId}
      onClick={() => {
        onOpen(form)
      }}
    >
      {label}
    </Button>
  )
  return (
    <div className="flex flex-wrap gap-2 px-6 py-4">
      {button("export", "dk-export", t("export.action"))}
      {!isDone && button("hold", "dk-hold", t("hold.action"))}
      {!isDone && isCompany && button("handOver", "dk-hand-over", t("handOver.action"))}
      {canStart && isDone && button("erase", "dk-erase", t("state.showKept"))}
      {canStart && !isDone && (
        <Button
          size="small"
          variant="danger"
          data-testid="dk-erase"
          onClick={() => {
            onOpen("erase")
          }}
        >
          {t("erase.action")}
        </Button>
      )}
    </div>
  )
}

type PersonalDataSectionProps = { customerId: string }

/** Access and erasure for a customer; explains itself to staff without the right. */
export const PersonalDataSection = ({ customerId }: PersonalDataSectionProps) => {
  const { t } = useTranslation("dkPersonalData")
  const query = useLatestErasure(customerId)
  const { data: erasure, refetch } = query
  const [form, setForm] = useState<Form | null>(null)
  const person = { customer_id: customerId }
  const close = () => {
    setForm(null)
    void refetch()
  }
  return (
    <Section title={t("title")} text={t("text")} testId="dk-personal-data">
      <Reading query={query} />
      {erasure !== undefined && <HoldStatus customerId={customerId} />}
      {erasure && <ErasureStatus erasure={erasure} />}
      {erasure !== undefined && (
        <Actions customerId={customerId} erasure={erasure} onOpen={setForm} />
      )}
      {form === "erase" && <EraseDialog person={person} onClose={close} />}
      {form === "export" && <ExportDrawer person={person} onClose={close} />}
      {form === "hold" && <HoldDrawer customerId={customerId} onClose={close} />}
      {form === "handOver" && <HandOverDrawer customerId={customerId} onClose={close} />}
    </Section>
  )
}
