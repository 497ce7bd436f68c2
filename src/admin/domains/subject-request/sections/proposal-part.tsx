import { Alert, Text } from "@medusajs/ui"
import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { AdminSubjectRequestProposal } from "../../../../types/http"
import { formatDay, formatList } from "../../../shared/format"
import { SelectField } from "../../../shared/select-field"
import { LetterBox } from "./letter-box"

type ProposalPartProps = {
  proposal: AdminSubjectRequestProposal
  /** A representative wrote: who stands behind the address is not the person. */
  isForOther: boolean
  customerId: string
  onCustomer: (id: string) => void
}

const LINK = "text-ui-fg-base underline"

const Part = ({ title, name, children }: { title: string; name: string; children: ReactNode }) => (
  <div className="txt-small flex flex-col gap-y-1" data-testid={`dk-proposal-${name}`}>
    <Text size="small" weight="plus">
      {title}
    </Text>
    {children}
  </div>
)

/** Requests of the same person that wait: a second one of the same would be double. */
const OpenRequests = ({ proposal: { open_requests: open } }: ProposalPartProps) => {
  const { t, i18n } = useTranslation("dkIntake")
  const { t: tRequests } = useTranslation("dkRequests")
  if (open.length === 0) return null
  return (
    <Alert variant="warning" data-testid="dk-proposal-open">
      <p className="font-medium">{t("openTitle", { count: open.length })}</p>
      <p>{t("openText")}</p>
      <ul className="mt-1">
        {open.map(({ id, kind, strict_on: strict }) => (
          <li key={id}>
            <Link to={`/privacy/requests/${id}`} className={LINK}>
              {t("openRequest", {
                kind: tRequests(`kind.${kind}`),
                day: formatDay(strict, i18n.language),
              })}
            </Link>
          </li>
        ))}
      </ul>
    </Alert>
  )
}

const People = ({ proposal, isForOther, customerId, onCustomer }: ProposalPartProps) => {
  const { t } = useTranslation("dkIntake")
  const { customers } = proposal
  const nameOf = ({ name, email, has_account: has }: (typeof customers)[number]) =>
    [name ?? email ?? t("noName"), has ? t("account") : t("guest")].join(", ")
  if (customers.length === 0) return null
  return (
    <Part name="people" title={t("people")}>
      {customers.map((customer) => (
        <p key={customer.id}>
          <Link to={`/customers/${customer.id}`} className={LINK}>
            {nameOf(customer)}
          </Link>
        </p>
      ))}
      {!isForOther && customers.length > 1 && (
        <SelectField
          id="dk-proposal-customer"
          label={t("which")}
          value={customerId === "" ? "all" : customerId}
          options={[
            { value: "all", label: t("allOfEmail") },
            ...customers.map((customer) => ({ value: customer.id, label: nameOf(customer) })),
          ]}
          onChange={(id) => {
            onCustomer(id === "all" ? "" : id)
          }}
        />
      )}
    </Part>
  )
}

const Orders = ({ proposal: { orders, uncertain } }: ProposalPartProps) => {
  const { t, i18n } = useTranslation("dkIntake")
  const { t: tData } = useTranslation("dkPersonalData")
  return (
    <>
      {orders.length > 0 && (
        <Part name="orders" title={t("orders")}>
          <p>
            {formatList(
              orders.map(({ display_id: number }) => tData("erase.order", { number })),
              i18n.language
            )}
          </p>
        </Part>
      )}
      {uncertain.length > 0 && (
        <Part name="uncertain" title={t("uncertain")}>
          <p className="text-ui-fg-subtle">{t("uncertainText")}</p>
          <ul className="list-disc pl-4">
            {uncertain.map(({ id, type, display_id: number, reason }) => (
              <li key={id}>
                {number === null
                  ? tData(`uncertain.${type}WithoutNumber`)
                  : tData(`erase.${type}`, { number })}
                {": "}
                {tData(`uncertain.${reason}`, { defaultValue: tData("uncertain.other") })}
              </li>
            ))}
          </ul>
        </Part>
      )}
    </>
  )
}

/** Who may be behind a mail, what is open of theirs, by when to answer, and the receipt they get. */
export const ProposalPart = (props: ProposalPartProps) => {
  const { t, i18n } = useTranslation("dkIntake")
  const { proposal } = props
  const { customers, orders, uncertain, receipt } = proposal
  const isUnknown = customers.length + orders.length + uncertain.length === 0
  const day = (value: string) => formatDay(value, i18n.language)
  return (
    <div className="flex flex-col gap-y-4 border-t pt-4" data-testid="dk-proposal">
      <OpenRequests {...props} />
      {proposal.is_role_mailbox && <Alert variant="warning">{t("roleMailbox")}</Alert>}
      {isUnknown && (
        <Alert variant="info" data-testid="dk-proposal-nobody">
          {t("nobody", { email: proposal.email })}
        </Alert>
      )}
      <People {...props} />
      <Orders {...props} />
      <Part name="limit" title={t("limit")}>
        <p>{t("limitText", { strict: day(proposal.strict_on), legal: day(proposal.legal_on) })}</p>
      </Part>
      {receipt && (
        <Part name="receipt" title={t("receipt")}>
          <p className="text-ui-fg-subtle">{t("receiptText", { email: proposal.email })}</p>
          <LetterBox title={t("receipt")} letter={receipt} />
        </Part>
      )}
    </div>
  )
}
