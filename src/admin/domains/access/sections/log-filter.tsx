import { Button } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { SelectField } from "../../../shared/select-field"
import { TextField } from "../../../shared/text-field"
import { useSayError } from "../../../shared/use-say-error"
import { findHoldOwner } from "../../personal-data/find-hold-owner"
import { useRoles } from "../hooks/use-roles"

export type LogChoice = { customer_id?: string; user_id?: string }

const EVERYBODY = "everybody"

type LogFilterProps = { choice: LogChoice; onChange: (choice: LogChoice) => void }

const StaffFilter = ({ choice, onChange }: LogFilterProps) => {
  const { t } = useTranslation("dkAccess")
  const staff = useRoles().data?.staff ?? []
  const { user_id: userId, ...rest } = choice
  return (
    <SelectField
      id="dk-log-staff"
      label={t("log.staff")}
      value={userId ?? EVERYBODY}
      options={[
        { value: EVERYBODY, label: t("log.everybody") },
        ...staff.map(({ user_id: value, email, name }) => ({ value, label: name ?? email })),
      ]}
      onChange={(value) => {
        onChange({ ...rest, ...(value !== EVERYBODY && { user_id: value }) })
      }}
    />
  )
}

/** Whose reads, and of whose data: a member of staff, a customer by e-mail. */
export const LogFilter = ({ choice, onChange }: LogFilterProps) => {
  const { t } = useTranslation("dkAccess")
  const sayError = useSayError()
  const [email, setEmail] = useState("")
  const [isUnknown, setUnknown] = useState(false)
  const { customer_id: customerId, ...rest } = choice
  const find = async () => {
    const found = await findHoldOwner({ kind: "customer", text: email })
    const id = found !== null && "customer_id" in found ? found.customer_id : null
    setUnknown(id === null)
    if (id !== null) onChange({ ...rest, customer_id: id })
  }
  return (
    <form
      className="flex flex-col gap-4 px-6 py-4 md:flex-row md:items-start"
      onSubmit={(event) => {
        event.preventDefault()
        if (email.trim() !== "") find().catch(sayError)
      }}
    >
      <StaffFilter choice={choice} onChange={onChange} />
      <div className="w-full md:max-w-[320px]">
        <TextField
          id="dk-log-email"
          label={t("log.person")}
          inputMode="email"
          value={email}
          problem={isUnknown ? t("log.unknown") : null}
          onChange={(text) => {
            setUnknown(false)
            setEmail(text)
          }}
        />
      </div>
      <div className="flex gap-2 md:pt-6">
        <Button type="submit" size="small" variant="secondary" data-testid="dk-log-find">
          {t("log.find")}
        </Button>
        {customerId !== undefined && (
          <Button
            type="button"
            size="small"
            variant="transparent"
            data-testid="dk-log-clear"
            onClick={() => {
              setEmail("")
              onChange(rest)
            }}
          >
            {t("log.clear")}
          </Button>
        )}
      </div>
    </form>
  )
}
