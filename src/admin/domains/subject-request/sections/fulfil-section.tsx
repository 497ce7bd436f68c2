import { Button, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { AdminReadSubjectRequestResponse } from "../../../../types/http"
import { Section } from "../../../shared/section"
import { FulfilDialog } from "../forms/fulfil-dialog"
import { SubjectDrawer } from "../forms/subject-drawer"

type Request = AdminReadSubjectRequestResponse["request"]

const LINK = "text-ui-fg-base txt-small w-fit underline"

/** Whom the effect falls on, as staff or the request itself named them. */
const About = ({ request }: { request: Request }) => {
  const { t } = useTranslation("dkFulfil")
  const { selection_id: selection, customer_id: customer, email } = request.subject ?? {}
  const { length: confirmed } = request.confirmed_order_ids
  return (
    <div className="flex flex-col gap-y-1 px-6 py-3" data-testid="dk-fulfil-about">
      <Text size="small" weight="plus" className="text-ui-fg-subtle">
        {t("about.title")}
      </Text>
      {selection !== undefined ? (
        <Link to={`/privacy/find?selection=${selection}`} className={LINK}>
          {t("about.selection")}
        </Link>
      ) : customer !== undefined ? (
        <Link to={`/customers/${customer}`} className={LINK}>
          {t("about.ofCustomer", { who: request.name ?? request.email ?? "" })}
        </Link>
      ) : (
        <Text size="small" className="break-words">
          {email !== undefined ? t("about.ofEmail", { email }) : t("about.nobody")}
        </Text>
      )}
      {confirmed > 0 && (
        <Text size="small" className="text-ui-fg-subtle">
          {t("about.confirmed", { count: confirmed })}
        </Text>
      )}
    </div>
  )
}

const useHint = ({ request, may_fulfil: may }: AdminReadSubjectRequestResponse): string | null => {
  const { t } = useTranslation("dkFulfil")
  if (!may) return t("forbidden")
  if (!request.can_fulfil) return t("identityFirst")
  return request.kind !== "information" && request.subject === null ? t("nameFirst") : null
}

/** The way to what the person asked for: whom it is about, then what is done. */
export const FulfilSection = (answer: AdminReadSubjectRequestResponse) => {
  const { request } = answer
  const { t } = useTranslation("dkFulfil")
  const [form, setForm] = useState<"fulfil" | "subject" | null>(null)
  const hint = useHint(answer)
  const close = () => {
    setForm(null)
  }
  return (
    <Section
      title={t("sectionTitle")}
      text={t(`text.${request.kind}`)}
      testId="dk-fulfil"
      actions={
        hint === null && (
          <Button
            size="small"
            data-testid="dk-fulfil-open"
            onClick={() => {
              setForm("fulfil")
            }}
          >
            {t(`open.${request.kind}`)}
          </Button>
        )
      }
    >
      {hint !== null && (
        <Text size="small" className="px-6 py-3" data-testid="dk-fulfil-hint">
          {hint}
        </Text>
      )}
      <div className="flex flex-col items-start gap-x-6 pb-3 md:flex-row md:items-center md:justify-between md:pb-0">
        <About request={request} />
        <div className="px-6 md:py-3">
          <Button
            size="small"
            variant="secondary"
            data-testid="dk-subject-change"
            onClick={() => {
              setForm("subject")
            }}
          >
            {request.subject !== null ? t("about.edit") : t("about.name")}
          </Button>
        </div>
      </div>
      {form === "fulfil" && <FulfilDialog request={request} onClose={close} />}
      {form === "subject" && (
        <SubjectDrawer
          id={request.id}
          isForOther={request.representative_name !== null}
          onClose={close}
        />
      )}
    </Section>
  )
}
