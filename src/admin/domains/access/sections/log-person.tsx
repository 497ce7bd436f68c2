import { Button } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { TextField } from "../../../shared/text-field"
import { useSayError } from "../../../shared/use-say-error"
import { findHoldOwner } from "../../personal-data/find-hold-owner"

/** Of whose data: a customer, found by e-mail. The address keeps the customer's id, never the e-mail. */
export const LogPerson = ({ onFound }: { onFound: (customerId: string) => void }) => {
  const { t } = useTranslation("dkAccess")
  const { t: tShared } = useTranslation("dkShared")
  const sayError = useSayError()
  const [email, setEmail] = useState("")
  const [isUnknown, setUnknown] = useState(false)
  const find = async () => {
    const found = await findHoldOwner({ kind: "customer", text: email })
    const id = found !== null && "customer_id" in found ? found.customer_id : null
    setUnknown(id === null)
    if (id !== null) onFound(id)
  }
  return (
    <form
      className="flex flex-col gap-4 px-6 py-4 md:flex-row md:items-start"
      onSubmit={(event) => {
        event.preventDefault()
        if (email.trim() !== "") find().catch(sayError)
      }}
    >
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
      <div className="md:pt-6">
        <Button type="submit" variant="secondary" data-testid="dk-log-find">
          {tShared("list.find")}
        </Button>
      </div>
    </form>
  )
}
