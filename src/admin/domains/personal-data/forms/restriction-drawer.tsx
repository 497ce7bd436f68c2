import { toast } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { AdminCreateRestriction, AdminRestrictionGround } from "../../../../types/http"
import { ApiError } from "../../../shared/api"
import { FormDrawer } from "../../../shared/form-drawer"
import { SelectField } from "../../../shared/select-field"
import { TextField } from "../../../shared/text-field"
import { useErrorText } from "../../../shared/use-error-text"
import { findHoldOwner } from "../find-hold-owner"
import { dayOf } from "../hold-state"
import { useCreateRestriction } from "../hooks/use-restrictions"
import { OwnerFields, useOwner } from "./owner-fields"

const GROUNDS: readonly AdminRestrictionGround[] = [
  "accuracy_contested",
  "unlawful",
  "legal_claim",
  "objection",
]

/** Looks up whom it is about, then makes it. `isUnknown` when nobody is found. */
const useRestrictionForm = (onClose: () => void) => {
  const { t } = useTranslation("dkRestrictions")
  const { owner, isUnknown, setUnknown, change: changeOwner } = useOwner()
  const [draft, setDraft] = useState({
    ground: "accuracy_contested" as AdminRestrictionGround,
    day: "",
  })
  const create = useCreateRestriction(async (): Promise<AdminCreateRestriction | null> => {
    const found = await findHoldOwner(owner)
    if (found === null) return null
    return { ...found, ground: draft.ground, ...(draft.day !== "" && { ends_on: draft.day }) }
  })
  const submit = () => {
    create.mutate(undefined, {
      onSuccess: (restriction) => {
        setUnknown(restriction === null)
        if (restriction === null) return
        toast.success(t("created"))
        onClose()
      },
    })
  }
  const change = (values: Partial<typeof draft>) => {
    create.reset()
    setDraft({ ...draft, ...values })
  }
  return { owner, changeOwner, draft, change, isUnknown, create, submit }
}

type RestrictionDrawerProps = { onClose: () => void }

/** Asks whose data may only be stored, why, and until when. */
export const RestrictionDrawer = ({ onClose }: RestrictionDrawerProps) => {
  const { t } = useTranslation("dkRestrictions")
  const errorText = useErrorText()
  const { owner, changeOwner, draft, change, isUnknown, create, submit } =
    useRestrictionForm(onClose)
  const { error, isPending } = create
  const isAtDay = error instanceof ApiError && error.field === "ends_on"
  return (
    <FormDrawer
      title={t("create")}
      text={t("createText")}
      submitLabel={t("create")}
      isPending={isPending}
      isReady={owner.text.trim() !== ""}
      error={isAtDay ? null : error}
      testId="dk-restriction-drawer"
      onSubmit={submit}
      onClose={onClose}
    >
      <OwnerFields
        id="dk-restriction"
        label={t("about")}
        owner={owner}
        isUnknown={isUnknown}
        onChange={changeOwner}
      />
      <SelectField
        id="dk-restriction-ground"
        label={t("groundLabel")}
        value={draft.ground}
        options={GROUNDS.map((value) => ({ value, label: t(`ground.${value}`) }))}
        onChange={(ground) => {
          change({ ground })
        }}
      />
      <TextField
        id="dk-restriction-day"
        label={t("day")}
        hint={t("dayHint")}
        type="date"
        min={dayOf(new Date())}
        value={draft.day}
        problem={isAtDay ? errorText(error) : null}
        onChange={(day) => {
          change({ day })
        }}
      />
    </FormDrawer>
  )
}
