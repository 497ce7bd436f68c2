import { toast } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { AdminBookkeepingAccount } from "../../../../types/http"
import { FormDrawer } from "../../../shared/form-drawer"
import { TextField } from "../../../shared/text-field"
import { useChangeAccounts } from "../hooks/use-bookkeeping"
import type { AccountNumbers } from "../hooks/use-bookkeeping"

type AccountsDrawerProps = { known: AccountNumbers; onClose: () => void }

const isNumber = (text: string): boolean => /^[\w.-]{0,20}$/.test(text.trim())

/** Asks for the store's account numbers; those it never needs may stay empty. */
export const AccountsDrawer = ({ known, onClose }: AccountsDrawerProps) => {
  const { t } = useTranslation("dkBookkeeping")
  const keys = Object.keys(known) as AdminBookkeepingAccount[]
  const [numbers, setNumbers] = useState(known)
  const { mutate, error, isPending } = useChangeAccounts()
  const submit = () => {
    const trimmed = Object.fromEntries(
      keys.map((key) => [key, numbers[key]?.trim() === "" ? null : (numbers[key]?.trim() ?? null)])
    ) as AccountNumbers
    const onSuccess = () => {
      toast.success(t("saved"))
      onClose()
    }
    mutate(trimmed, { onSuccess })
  }
  return (
    <FormDrawer
      title={t("accounts")}
      text={t("accountsText")}
      submitLabel={t("save")}
      isPending={isPending}
      isReady={keys.every((key) => isNumber(numbers[key] ?? ""))}
      error={error}
      testId="dk-accounts"
      onSubmit={submit}
      onClose={onClose}
    >
      {keys.map((key) => (
        <TextField
          key={key}
          id={`dk-account-${key}`}
          label={t(`account.${key}`)}
          maxLength={20}
          value={numbers[key] ?? ""}
          problem={isNumber(numbers[key] ?? "") ? null : t("numberWrong")}
          onChange={(number) => {
            setNumbers({ ...numbers, [key]: number })
          }}
        />
      ))}
    </FormDrawer>
  )
}
