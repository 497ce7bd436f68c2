import { useTranslation } from "react-i18next"
import { PreviewPart } from "./preview-part"

type CompanyPartProps = { preview: { already_erased: boolean; company_orders?: number } }

/** Orders of a company or authority stay with it; only the person goes from them. */
export const CompanyPart = ({ preview: { company_orders: count = 0 } }: CompanyPartProps) => {
  const { t } = useTranslation("dkPersonalData")
  if (count === 0) return null
  return (
    <PreviewPart name="company" title={t("erase.company")}>
      <p>{t("erase.companyText", { count })}</p>
    </PreviewPart>
  )
}
