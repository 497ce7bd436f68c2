import { useState } from "react"
import { useTranslation } from "react-i18next"
import { SelectField } from "../../../shared/select-field"
import { TextField } from "../../../shared/text-field"
import type { HoldOwner } from "../find-hold-owner"

const OWNERS = ["customer", "order"] as const

/** Whom something is about, as staff types it; `isUnknown` when nobody was found. */
export const useOwner = () => {
  const [owner, setOwner] = useState<HoldOwner>({ kind: "customer", text: "" })
  const [isUnknown, setUnknown] = useState(false)
  const change = (values: Partial<HoldOwner>) => {
    setUnknown(false)
    setOwner({ ...owner, ...values })
  }
  return { owner, isUnknown, setUnknown, change }
}

type OwnerFieldsProps = {
  /** Of the fields: `<id>-owner-kind` and `<id>-owner`. */
  id: string
  label: string
  owner: HoldOwner
  isUnknown: boolean
  onChange: (owner: Partial<HoldOwner>) => void
}

/** Asks for a customer's e-mail or an order's number. */
export const OwnerFields = ({ id, label, owner, isUnknown, onChange }: OwnerFieldsProps) => {
  const { t } = useTranslation("dkPrivacy")
  return (
    <>
      <SelectField
        id={`${id}-owner-kind`}
        label={label}
        value={owner.kind}
        options={OWNERS.map((value) => ({ value, label: t(`holds.owner.${value}`) }))}
        onChange={(kind) => {
          onChange({ kind, text: "" })
        }}
      />
      <TextField
        id={`${id}-owner`}
        label={t(`holds.ownerText.${owner.kind}`)}
        inputMode={owner.kind === "customer" ? "email" : "numeric"}
        isRequired
        value={owner.text}
        problem={isUnknown ? t(`holds.unknown.${owner.kind}`) : null}
        onChange={(text) => {
          onChange({ text })
        }}
      />
    </>
  )
}
