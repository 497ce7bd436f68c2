import { useTranslation } from "react-i18next"
import type { AdminBuyer } from "../../../../types/http"
import { Facts } from "../../../shared/facts"

const SHOWN = [
  "company_name",
  "cvr",
  "vat_id",
  "registration_no",
  "ean",
  "person_reference",
  "order_reference",
  "accounting_reference",
] as const

type BuyerFactsProps = { buyer: AdminBuyer }

/** What is known of the buyer; fields without a value are left out. */
export const BuyerFacts = ({ buyer }: BuyerFactsProps) => {
  const { t } = useTranslation("dkBuyer")
  const { t: tShared } = useTranslation("dkShared")
  const form = buyer.company_form
  const country = buyer.country === null || buyer.country === "dk" ? null : buyer.country
  const rows = [
    { label: t("fields.type"), value: t(`type.${buyer.type}`) },
    ...SHOWN.map((field) => ({ label: t(`fields.${field}`), value: buyer[field] })),
    {
      label: t("fields.name_on_invoice"),
      value: buyer.name_on_invoice === true ? tShared("yes") : null,
    },
    { label: t("fields.country"), value: country?.toUpperCase() ?? null },
    { label: t("fields.company_form"), value: form && t(`form.${form}`) },
  ]
  return (
    <Facts rows={rows.flatMap(({ label, value }) => (value === null ? [] : [{ label, value }]))} />
  )
}
