import { Alert } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useRestrictionInForce } from "../hooks/use-restrictions"

type RestrictionNoticeProps = { path: string }

/** Tells all staff that the data may only be stored, and what goes on. Silent on others. */
export const RestrictionNotice = ({ path }: RestrictionNoticeProps) => {
  const { t } = useTranslation("dkRestrictions")
  const restriction = useRestrictionInForce(path).data?.restriction
  if (!restriction) return null
  return (
    <Alert variant="warning" data-testid="dk-restricted">
      <p className="font-medium">{t("notice")}</p>
      <p>{t(`because.${restriction.ground}`)}</p>
      <p>{t("noticeText")}</p>
    </Alert>
  )
}
