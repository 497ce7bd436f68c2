import { Alert } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useRoles } from "../hooks/use-roles"

/** In red, as long as users without a role see every customer. */
export const UnlimitedNotice = () => {
  const { t } = useTranslation("dkAccess")
  const { data } = useRoles()
  const isUnlimited = data?.staff.some(
    ({ role, sees_everyone: seesEveryone }) => role === null && seesEveryone === true
  )
  if (!data || isUnlimited !== true) return null
  return (
    <Alert variant="error" data-testid="dk-access-unlimited">
      <p className="text-ui-fg-error">{t("unlimited", { count: data.see_everyone })}</p>
    </Alert>
  )
}
