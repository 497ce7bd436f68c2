import { toast } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { FormDrawer } from "../../../shared/form-drawer"
import { useUpdateStaffCheck } from "../hooks/use-staff-checks"
import { SightingFields, bodyOf, newSighting } from "./sighting-fields"
import { useFieldProblems } from "./use-field-problems"

/** Records that a certificate was seen again. */
export const SeenAgainDrawer = ({ id, onClose }: { id: string; onClose: () => void }) => {
  const { t } = useTranslation("dkAccessChecks")
  const update = useUpdateStaffCheck(id)
  const [sighting, setSighting] = useState(newSighting)
  const { problemOf, rest } = useFieldProblems(update.error, ["seen_on", "next_due"])
  const submit = () => {
    update.mutate(bodyOf(sighting), {
      onSuccess: () => {
        toast.success(t("staff.againDone"))
        onClose()
      },
    })
  }
  return (
    <FormDrawer
      title={t("staff.again")}
      text={t("staff.againText")}
      submitLabel={t("staff.again")}
      isPending={update.isPending}
      isReady={sighting.seenOn !== ""}
      error={rest}
      testId="dk-check-again-drawer"
      onSubmit={submit}
      onClose={onClose}
    >
      <SightingFields
        value={sighting}
        problemOf={problemOf}
        onChange={(change) => {
          update.reset()
          setSighting({ ...sighting, ...change })
        }}
      />
    </FormDrawer>
  )
}
