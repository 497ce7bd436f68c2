import { toast } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { FormDrawer } from "../../../shared/form-drawer"
import { Reading } from "../../../shared/reading"
import { TextField } from "../../../shared/text-field"
import { ADDRESS_FIELDS, useOrderToMend, useSaveAddress } from "../hooks/use-mending"
import type { AddressField } from "../hooks/use-mending"

/** An invoice is lawful without these. */
const OPTIONAL: readonly AddressField[] = ["first_name", "last_name", "address_2"]

const MAX_LENGTH = 100

type AddressDrawerProps = { orderId: string; onSaved: () => void; onClose: () => void }

/** Writes the address that stands on an order's invoice. */
export const AddressDrawer = ({ orderId, onSaved, onClose }: AddressDrawerProps) => {
  const { t } = useTranslation("dkLacking")
  const { t: tShared } = useTranslation("dkShared")
  const query = useOrderToMend(orderId)
  const { mutate, error, isPending, reset } = useSaveAddress(orderId)
  const [typed, setTyped] = useState<Partial<Record<AddressField, string>>>({})
  const { data: order } = query
  const valueOf = (field: AddressField) => typed[field] ?? order?.billing_address?.[field] ?? ""
  const submit = () => {
    const address = Object.fromEntries(
      ADDRESS_FIELDS.map((field) => [field, valueOf(field).trim() || null])
    )
    mutate(address, {
      onSuccess: () => {
        toast.success(t("address.saved"))
        onSaved()
        onClose()
      },
    })
  }
  return (
    <FormDrawer
      title={t("address.title")}
      text={t("address.text")}
      submitLabel={tShared("save")}
      isPending={isPending}
      isReady={ADDRESS_FIELDS.every(
        (field) => OPTIONAL.includes(field) || valueOf(field).trim() !== ""
      )}
      error={error}
      testId="dk-address"
      onSubmit={submit}
      onClose={onClose}
    >
      <Reading query={query} />
      {order &&
        ADDRESS_FIELDS.map((field) => (
          <TextField
            key={field}
            id={`dk-address-${field}`}
            label={t(`address.fields.${field}`)}
            maxLength={MAX_LENGTH}
            isRequired={!OPTIONAL.includes(field)}
            value={valueOf(field)}
            onChange={(value) => {
              reset()
              setTyped({ ...typed, [field]: value })
            }}
          />
        ))}
    </FormDrawer>
  )
}
