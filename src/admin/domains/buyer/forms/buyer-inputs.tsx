import { Checkbox, Hint, Label } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { fieldsOf } from "../buyer-fields"
import type { BuyerDraft } from "../buyer-fields"
import { BuyerTextInput } from "./buyer-text-input"
import { BuyerTypeChoice } from "./buyer-type-choice"
import { CompanyFormSelect } from "./company-form-select"

type BuyerInputsProps = {
  draft: BuyerDraft
  problemOf: (field: string) => string | null
  onChange: (values: Partial<BuyerDraft>) => void
}

/** A private buyer's invoice names them only when they want it. */
const NameChoice = ({ draft, onChange }: Pick<BuyerInputsProps, "draft" | "onChange">) => {
  const { t } = useTranslation("dkBuyer")
  return (
    <div className="flex items-start gap-x-2">
      <Checkbox
        id="dk-buyer-named"
        checked={draft.name_on_invoice}
        onCheckedChange={(checked) => {
          onChange({ name_on_invoice: checked === true })
        }}
      />
      <div>
        <Label htmlFor="dk-buyer-named" size="small">
          {t("fields.name_on_invoice")}
        </Label>
        <Hint>{t("hints.name_on_invoice")}</Hint>
      </div>
    </div>
  )
}

/** The inputs that go with the chosen type of buyer. */
export const BuyerInputs = ({ draft, problemOf, onChange }: BuyerInputsProps) => (
  <>
    <BuyerTypeChoice
      value={draft.type}
      onChange={(type) => {
        onChange({ type })
      }}
    />
    {fieldsOf(draft).map((field) => (
      <BuyerTextInput
        key={field}
        field={field}
        value={draft[field]}
        problem={problemOf(field)}
        onChange={(value) => {
          onChange({ [field]: value })
        }}
      />
    ))}
    {draft.type === "private" && <NameChoice draft={draft} onChange={onChange} />}
    {draft.type === "business" && (
      <CompanyFormSelect
        value={draft.company_form}
        onChange={(company_form) => {
          onChange({ company_form })
        }}
      />
    )}
  </>
)
