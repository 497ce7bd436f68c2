import { Alert, Button } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import { useRoles } from "../hooks/use-roles"

/** In red, as long as users without a role see every customer; `isLinked` where roles are given elsewhere. */
export const UnlimitedNotice = ({ isLinked = false }: { isLinked?: boolean }) => {
  const { t } = useTranslation("dkAccess")
  const { data } = useRoles()
  const isUnlimited = data?.staff.some(
    ({ role, sees_everyone: seesEveryone }) => role === null && seesEveryone === true
  )
  if (!data || isUnlimited !== true) return null
  return (
    <Alert variant="error" data-testid="dk-access-unlimited">
      <p className="text-ui-fg-error">{t("unlimited", { count: data.see_everyone })}</p>
      {isLinked && (
        <Button className="mt-2" size="small" variant="secondary" asChild>
          <Link to="/privacy/access" data-testid="dk-access-give">
            {t("giveRoles")}
          </Link>
        </Button>
      )}
    </Alert>
  )
}
