import { toast } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { AdminCreateHold, AdminHoldKind } from "../../../../types/http"
import { ApiError } from "../../../shared/api"
import { FormDrawer } from "../../../shared/form-drawer"
import { SelectField } from "../../../shared/select-field"
import { TextField } from "../../../shared/text-field"
import { useErrorText } from "../../../shared/use-error-text"
import { findHoldOwner } from "../find-hold-owner"
import { dayOf } from "../hold-state"
import { useCreateHold } from "../hooks/use-holds"
import { OwnerFields, useOwner } from "./owner-fields"

const KINDS: readonly AdminHoldKind[] = ["legal_claim", "dispute", "authority", "other"]

type HoldDrawerProps = {
  /** Whose data; asked for when left out. */
  customerId?: string
  onClose: () => void
}

/** Looks up whom the hold is about, then makes it. `isUnknown` when nobody is found. */
const useHoldForm = ({ customerId, onClose }: HoldDrawerProps) => {
  const { t } = useTranslation("dkPrivacy")
  const { owner, isUnknown, setUnknown, change: changeOwner } = useOwner()
  const [draft, setDraft] = useState({ kind: "legal_claim" as AdminHoldKind, reason: "", day: "" })
  const create = useCreateHold(async (): Promise<AdminCreateHold | null> => {
    const found =
      customerId === undefined ? await findHoldOwner(owner) : { customer_id: customerId }
    if (found === null) return null
    const { kind, reason, day } = draft
    return { ...found, kind, reason, ...(day !== "" && { ends_on: day }) }
  })
  const submit = () => {
    create.mutate(undefined, {
      onSuccess: (hold) => {
        setUnknown(hold === null)
        if (hold === null) return
        toast.success(t("holds.created"))
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

/** Asks why the data of a customer or an order must stay, and until when. */
export const HoldDrawer = (props: HoldDrawerProps) => {
  const { t } = useTranslation("dkPrivacy")
  const errorText = useErrorText()
  const { owner, changeOwner, draft, change, isUnknown, create, submit } = useHoldForm(props)
  const { error, isPending } = create
  const problemOf = (field: string): string | null =>
    error instanceof ApiError && error.field === field ? errorText(error) : null
  const isShownAtField = ["reason", "ends_on"].some((field) => problemOf(field) !== null)
  const hasOwner = props.customerId !== undefined || owner.text.trim() !== ""
  return (
    <FormDrawer
      title={t("holds.create")}
      text={t("holds.createText")}
      submitLabel={t("holds.create")}
      isPending={isPending}
      isReady={hasOwner && draft.reason.trim() !== ""}
      error={isShownAtField ? null : error}
      testId="dk-hold-drawer"
      onSubmit={submit}
      onClose={props.onClose}
    >
      {props.customerId === undefined && (
        <OwnerFields
          id="dk-hold"
          label={t("holds.about")}
          owner={owner}
          isUnknown={isUnknown}
          onChange={changeOwner}
        />
      )}
      <SelectField
        id="dk-hold-kind"
        label={t("holds.kindLabel")}
        value={draft.kind}
        options={KINDS.map((value) => ({ value, label: t(`holds.kind.${value}`) }))}
        onChange={(kind) => {
          change({ kind })
        }}
      />
      <TextField
        id="dk-hold-reason"
        label={t("holds.reason")}
        hint={t("holds.reasonHint")}
        rows={3}
        isRequired
        maxLength={500}
        value={draft.reason}
        problem={problemOf("reason")}
        onChange={(reason) => {
          change({ reason })
        }}
      />
      <TextField
        id="dk-hold-day"
        label={t("holds.day")}
        hint={t("holds.dayHint")}
        type="date"
        min={dayOf(new Date())}
        value={draft.day}
        problem={problemOf("ends_on")}
        onChange={(day) => {
          change({ day })
        }}
      />
    </FormDrawer>
  )
}
