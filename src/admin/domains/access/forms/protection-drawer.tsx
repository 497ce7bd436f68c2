import { Checkbox, Label, toast } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { AddressProtection } from "../../../../types/http"
import { FormDrawer } from "../../../shared/form-drawer"
import { useChangeProtection } from "../hooks/use-address-protection"
import type { AddressOwner } from "../hooks/use-address-protection"

type ProtectionDrawerProps = {
  owner: AddressOwner
  protection: AddressProtection | null
  onClose: () => void
}

/** Hides an address, or shows it again: both only because the person said so. */
export const ProtectionDrawer = ({ owner, protection, onClose }: ProtectionDrawerProps) => {
  const { t } = useTranslation("dkAddress")
  const [isSaid, setSaid] = useState(false)
  const change = useChangeProtection(owner)
  const word = protection ? "lift" : "declare"
  const submit = () => {
    change.mutate(protection === null, {
      onSuccess: () => {
        toast.success(t(`${word}Done`))
        onClose()
      },
    })
  }
  return (
    <FormDrawer
      title={t(word)}
      text={t(`${word}Text`)}
      submitLabel={t(word)}
      isPending={change.isPending}
      isReady={isSaid}
      error={change.error}
      testId="dk-address-drawer"
      onSubmit={submit}
      onClose={onClose}
    >
      <div className="flex items-start gap-x-2">
        <Checkbox
          id="dk-address-said"
          checked={isSaid}
          onCheckedChange={(checked) => {
            setSaid(checked === true)
          }}
        />
        <Label htmlFor="dk-address-said" size="small">
          {t(`${word}Said`)}
        </Label>
      </div>
    </FormDrawer>
  )
}
