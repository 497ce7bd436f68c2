import { Label, Select } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { COMPANY_FORMS } from "../buyer-fields"

type CompanyFormSelectProps = { value: string; onChange: (value: string) => void }

/** Erasure must know it: a sole trader is a person, a company is not. */
export const CompanyFormSelect = ({ value, onChange }: CompanyFormSelectProps) => {
  const { t } = useTranslation("dkBuyer")
  return (
    <div className="flex flex-col gap-y-1">
      <Label htmlFor="dk-buyer-company_form" size="small" weight="plus">
        {t("fields.company_form")}
      </Label>
      <Select value={value} onValueChange={onChange}>
        <Select.Trigger id="dk-buyer-company_form">
          <Select.Value placeholder={t("chooseForm")} />
        </Select.Trigger>
        <Select.Content>
          {COMPANY_FORMS.map((form) => (
            <Select.Item key={form} value={form}>
              {t(`form.${form}`)}
            </Select.Item>
          ))}
        </Select.Content>
      </Select>
    </div>
  )
}
