import { toast } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { FormDrawer } from "../../../shared/form-drawer"
import { TextField } from "../../../shared/text-field"
import { useUpdateStaffCheck } from "../hooks/use-staff-checks"
import { today } from "./sighting-fields"
import { useFieldProblems } from "./use-field-problems"

/** Records that an employee left. */
export const LeavingDrawer = ({ id, onClose }: { id: string; onClose: () => void }) => {
  const { t } = useTranslation("dkAccessChecks")
  const update = useUpdateStaffCheck(id)
  const [leftOn, setLeftOn] = useState(today)
  const { problemOf, rest } = useFieldProblems(update.error, ["left_on"])
  const submit = () => {
    update.mutate(
      { left_on: leftOn },
      {
        onSuccess: () => {
          toast.success(t("staff.leaveDone"))
          onClose()
        },
      }
    )
  }
  return (
    <FormDrawer
      title={t("staff.leave")}
      text={t("staff.leaveText")}
      submitLabel={t("staff.leave")}
      isPending={update.isPending}
      isReady={leftOn !== ""}
      error={rest}
      testId="dk-check-leaving-drawer"
      onSubmit={submit}
      onClose={onClose}
    >
      <TextField
        id="dk-check-left_on"
        label={t("staff.leftOn")}
        type="date"
        isRequired
        value={leftOn}
        problem={problemOf("left_on")}
        onChange={(day) => {
          update.reset()
          setLeftOn(day)
        }}
      />
    </FormDrawer>
  )
}
