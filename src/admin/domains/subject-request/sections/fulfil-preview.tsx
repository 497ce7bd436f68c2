import { useTranslation } from "react-i18next"
import type {
  AdminSubjectRequestPreview,
  AdminSubjectRequestPreviewResponse,
} from "../../../../types/http"
import { formatList, formatSentence } from "../../../shared/format"
import { useCountTexts } from "../../personal-data/hooks/use-count-texts"
import { ErasurePreview } from "../../personal-data/sections/erasure-preview"
import { PreviewPart } from "../../personal-data/sections/preview-part"
import { useFieldNames } from "../hooks/use-field-names"
import { usePurposeName } from "../../consent/hooks/use-notice-name"

type EffectProps<Kind extends AdminSubjectRequestPreview["kind"]> = {
  preview: Extract<AdminSubjectRequestPreview, { kind: Kind }>
}

/** Companies that are told to do the same (GDPR Art. 19). */
export const RecipientsPart = ({ recipients }: { recipients: string[] }) => {
  const { t, i18n } = useTranslation("dkFulfil")
  if (recipients.length === 0) return null
  const names = formatList(recipients, i18n.language)
  return (
    <PreviewPart name="recipients" title={t("recipients")}>
      <p>{t("recipientsText", { names })}</p>
    </PreviewPart>
  )
}

const RectificationEffect = ({ preview }: EffectProps<"rectification">) => {
  const { t, i18n } = useTranslation("dkFulfil")
  const fieldNames = useFieldNames()
  const { fields, order_ids: orders, invoices_to_correct: invoices } = preview
  const list = (words: string[]) => formatList(words, i18n.language)
  return (
    <>
      <p>
        {fields.length === 0
          ? t("effect.nothingCorrected")
          : formatSentence(fieldNames(fields), i18n.language)}
      </p>
      {orders.length > 0 && <p>{t("effect.openOrders", { count: orders.length })}</p>}
      {invoices.length > 0 && <p>{t("effect.invoices", { numbers: list(invoices) })}</p>}
    </>
  )
}

const RestrictionEffect = ({ preview }: EffectProps<"restriction">) => {
  const { t } = useTranslation("dkFulfil")
  const { customer_ids: customers, order_ids: orders, by_email: byEmail } = preview
  return (
    <>
      {customers.length > 0 && <p>{t("effect.customers", { count: customers.length })}</p>}
      {orders.length > 0 && <p>{t("effect.orders", { count: orders.length })}</p>}
      {byEmail && <p>{t("effect.byEmail")}</p>}
      <p>{t("effect.restriction")}</p>
    </>
  )
}

export const RulesList = ({ rules }: { rules: { da: string; en: string }[] }) => {
  const { t, i18n } = useTranslation("dkFulfil")
  if (rules.length === 0) return <p>{t("effect.noRules")}</p>
  return (
    <ul className="list-disc pl-4">
      {rules.map((rule) => (
        <li key={rule.da}>{i18n.language.startsWith("da") ? rule.da : rule.en}</li>
      ))}
    </ul>
  )
}

const ConsentsEffect = ({ preview }: EffectProps<"consent_withdrawal">) => {
  const { t, i18n } = useTranslation("dkFulfil")
  const { t: tConsents } = useTranslation("dkConsents")
  const purposeName = usePurposeName()
  const given = preview.consents.filter(({ state }) => state === "given")
  if (given.length === 0) return <p>{t("effect.noConsents")}</p>
  const names = given.map(
    ({ purpose, channel }) => `${purposeName(purpose)} ${tConsents(`on.${channel}`)}`
  )
  return <p>{formatSentence(names, i18n.language)}</p>
}

const Effect = ({ preview }: { preview: AdminSubjectRequestPreview }) => {
  const { t, i18n } = useTranslation("dkFulfil")
  const countTexts = useCountTexts()
  switch (preview.kind) {
    case "information":
      return <p>{t("effect.information")}</p>
    case "access":
    case "portability": {
      const held = formatSentence(countTexts(preview.held), i18n.language)
      return <p>{held === "" ? t("effect.nothingHeld") : held}</p>
    }
    case "rectification":
      return <RectificationEffect preview={preview} />
    case "restriction":
      return <RestrictionEffect preview={preview} />
    case "objection_marketing":
      return (
        <p>
          {preview.already_objected
            ? t("effect.alreadyObjected")
            : t("effect.addresses", { count: preview.addresses })}
        </p>
      )
    case "objection_automated":
      return <RulesList rules={preview.rules} />
    case "consent_withdrawal":
      return <ConsentsEffect preview={preview} />
    case "erasure":
      return null
  }
}

/** What carrying the request out does now, and who else is told. */
export const FulfilPreview = ({
  answer: { preview, recipients },
}: {
  answer: AdminSubjectRequestPreviewResponse
}) => {
  const { t } = useTranslation("dkFulfil")
  return (
    <div className="flex flex-col gap-y-4" data-testid="dk-fulfil-preview">
      {preview.kind === "erasure" ? (
        <ErasurePreview preview={preview.erasure} choice={null} />
      ) : (
        <PreviewPart name="effect" title={t(`effectTitle.${preview.kind}`)}>
          <Effect preview={preview} />
        </PreviewPart>
      )}
      <RecipientsPart recipients={recipients} />
    </div>
  )
}
