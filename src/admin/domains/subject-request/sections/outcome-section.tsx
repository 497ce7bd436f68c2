import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { AdminSubjectRequestDetail, AdminSubjectRequestOutcome } from "../../../../types/http"
import { formatList, formatSentence } from "../../../shared/format"
import type { Locale } from "../../../shared/locale"
import { Section } from "../../../shared/section"
import { useCountTexts } from "../../personal-data/hooks/use-count-texts"
import { useRestrictions } from "../../personal-data/hooks/use-restrictions"
import { KeptPart } from "../../personal-data/sections/kept-part"
import { LiftRestrictionButton } from "../../personal-data/sections/lift-restriction-button"
import { PreviewPart } from "../../personal-data/sections/preview-part"
import { WaitingPart } from "../../personal-data/sections/waiting-part"
import { useFieldNames } from "../hooks/use-field-names"
import { usePurposeName } from "../../consent/hooks/use-notice-name"
import { RecipientsPart, RulesList } from "./fulfil-preview"

type OutcomeOf<Kind extends AdminSubjectRequestOutcome["kind"]> = {
  outcome: Extract<AdminSubjectRequestOutcome, { kind: Kind }>
}

/** What came of a request; null while nothing did, or when it was refused or withdrawn. */
export const outcomeOf = ({
  timeline,
}: AdminSubjectRequestDetail): AdminSubjectRequestOutcome | null => {
  const outcomes = timeline.flatMap(({ data }) => (data.outcome ? [data.outcome] : []))
  return (outcomes.at(-1) as AdminSubjectRequestOutcome | undefined) ?? null
}

const Copy = ({ outcome }: OutcomeOf<"access" | "portability">) => {
  const { t, i18n } = useTranslation("dkFulfil")
  const countTexts = useCountTexts()
  const held =
    outcome.kind === "access" ? formatSentence(countTexts(outcome.held), i18n.language) : ""
  return (
    <>
      <p>{t(`outcome.${outcome.kind}`)}</p>
      {held !== "" && <p>{held}</p>}
      <p>
        {t("outcome.again")}{" "}
        <Link to="/privacy/find" className="text-ui-fg-base underline">
          {t("outcome.find")}
        </Link>
      </p>
    </>
  )
}

const Corrected = ({ outcome }: OutcomeOf<"rectification">) => {
  const { t, i18n } = useTranslation("dkFulfil")
  const fieldNames = useFieldNames()
  const { fields, order_ids: orders, invoices_to_correct: invoices } = outcome
  const list = (words: string[]) => formatList(words, i18n.language)
  return (
    <>
      <p>{t("outcome.corrected", { names: list(fieldNames(fields)) })}</p>
      {orders.length > 0 && <p>{t("effect.openOrders", { count: orders.length })}</p>}
      {invoices.length > 0 && <p>{t("effect.invoices", { numbers: list(invoices) })}</p>}
    </>
  )
}

const Erased = ({ outcome }: OutcomeOf<"erasure">) => {
  const { t, i18n } = useTranslation("dkFulfil")
  const countTexts = useCountTexts()
  const erased = formatSentence(countTexts(outcome.erased), i18n.language)
  const { erasure_id: id, uncertain_orders: uncertain } = outcome
  return (
    <>
      <PreviewPart
        name="erased"
        title={t(outcome.is_done ? "outcome.erased" : "outcome.erasedNow")}
      >
        <p>{erased === "" ? t("outcome.nothingErased") : erased}</p>
      </PreviewPart>
      <KeptPart preview={outcome} />
      <WaitingPart blocks={outcome.waiting} />
      {uncertain > 0 && (
        <Text size="small" className="text-ui-fg-subtle">
          {t("outcome.untouched", { count: uncertain })}
        </Text>
      )}
      {id !== null && (
        <Link to="/privacy/erasures" className="text-ui-fg-base txt-small w-fit underline">
          {t("outcome.erasure")}
        </Link>
      )}
    </>
  )
}

const Withdrawn = ({ outcome: { withdrawn } }: OutcomeOf<"consent_withdrawal">) => {
  const { t, i18n } = useTranslation("dkFulfil")
  const { t: tConsents } = useTranslation("dkConsents")
  const purposeName = usePurposeName()
  const names = withdrawn.map(
    ({ purpose, channel }) => `${purposeName(purpose)} ${tConsents(`on.${channel}`)}`
  )
  return (
    <p>
      {names.length === 0
        ? t("effect.noConsents")
        : t("outcome.withdrawn", { names: formatList(names, i18n.language) })}
    </p>
  )
}

const Restricted = ({ outcome, locale }: OutcomeOf<"restriction"> & { locale: Locale }) => {
  const { t } = useTranslation("dkFulfil")
  const { t: tRestrictions } = useTranslation("dkRestrictions")
  const query = useRestrictions({ onlyActive: true, limit: 100, offset: 0 })
  const { restriction_ids: ids } = outcome
  const inForce = query.data?.restrictions.filter(({ id }) => ids.includes(id)) ?? []
  return (
    <>
      <p>{t("outcome.restricted", { count: ids.length })}</p>
      <p>{tRestrictions(`ground.${outcome.ground}`)}</p>
      <Link to="/privacy/restrictions" className="text-ui-fg-base w-fit underline">
        {tRestrictions("title")}
      </Link>
      {inForce.map(({ id }) => (
        <div key={id} className="mt-2">
          <LiftRestrictionButton id={id} locale={locale} />
        </div>
      ))}
    </>
  )
}

type OutcomeProps = {
  outcome: AdminSubjectRequestOutcome
  /** Language of what the person is told. */
  locale: Locale
}

const Words = ({ outcome, locale }: OutcomeProps) => {
  const { t } = useTranslation("dkFulfil")
  switch (outcome.kind) {
    case "information":
      return <p>{t("outcome.information")}</p>
    case "access":
    case "portability":
      return <Copy outcome={outcome} />
    case "rectification":
      return <Corrected outcome={outcome} />
    case "restriction":
      return <Restricted outcome={outcome} locale={locale} />
    case "objection_marketing":
      return <p>{t("outcome.objected", { count: outcome.addresses })}</p>
    case "objection_automated":
      return (
        <>
          <p>{t(`outcome.${outcome.decision}`)}</p>
          <RulesList rules={outcome.rules} />
        </>
      )
    case "consent_withdrawal":
      return <Withdrawn outcome={outcome} />
    case "erasure":
      return null
  }
}

/** What came of a request: what was done, what a law keeps until when, what waits, and who was told. */
export const OutcomeSection = ({ outcome, locale }: OutcomeProps) => {
  const { t } = useTranslation("dkFulfil")
  return (
    <Section title={t("outcome.title")} testId="dk-request-outcome">
      <div className="flex flex-col gap-y-4 px-6 py-4">
        {outcome.kind === "erasure" ? (
          <Erased outcome={outcome} />
        ) : (
          <div className="txt-small flex flex-col gap-y-1">
            <Words outcome={outcome} locale={locale} />
          </div>
        )}
        {"recipients" in outcome && <RecipientsPart recipients={outcome.recipients} />}
      </div>
    </Section>
  )
}
