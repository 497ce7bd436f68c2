import { toast } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { FormDrawer } from "../../../shared/form-drawer"
import { TextField } from "../../../shared/text-field"
import { useLiftStop } from "../hooks/use-retention"

/** Asks why a stop ends before its day. */
export const LiftStopDrawer = ({ id, onClose }: { id: string; onClose: () => void }) => {
  const { t } = useTranslation("dkRetention")
  const [reason, setReason] = useState("")
  const lift = useLiftStop(id)
  const submit = () => {
    lift.mutate(reason, {
      onSuccess: () => {
        toast.success(t("stop.liftDone"))
        onClose()
      },
    })
  }
  return (
    <FormDrawer
      title={t("stop.lift")}
      text={t("stop.liftText")}
      submitLabel={t("stop.lift")}
      isPending={lift.isPending}
      isReady={reason.trim() !== ""}
      error={lift.error}
      testId="dk-stop-lift-drawer"
      onSubmit={submit}
      onClose={onClose}
    >
      <TextField
        id="dk-stop-lift-reason"
        label={t("why")}
        rows={3}
        isRequired
        maxLength={500}
        value={reason}
        onChange={setReason}
      />
    </FormDrawer>
  )
}
