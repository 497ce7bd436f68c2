import { Alert, Button, Container, Heading, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { ErrorNotice } from "../../../shared/error-notice"
import { LinesSkeleton } from "../../../shared/lines-skeleton"
import { BuyerDrawer } from "../forms/buyer-drawer"
import { useBuyer } from "../hooks/use-buyer"
import type { BuyerAnswer, BuyerOwner } from "../hooks/use-buyer"
import { BuyerFacts } from "./buyer-facts"

type AnswerProps = { answer: BuyerAnswer; owner: BuyerOwner }

const Answer = ({ answer, owner }: AnswerProps) => {
  const { t } = useTranslation("dkBuyer")
  const findings = answer.findings ?? []
  return (
    <>
      {answer.buyer && <BuyerFacts buyer={answer.buyer} />}
      {!answer.buyer && (
        <Text size="small" className="text-ui-fg-subtle px-6 py-4" data-testid="dk-buyer-empty">
          {t(owner.kind === "orders" ? "emptyOrder" : "empty")}
        </Text>
      )}
      {findings.length > 0 && (
        <div className="px-6 py-4">
          <Alert variant="warning" data-testid="dk-buyer-findings">
            <p>{t("findings")}</p>
            <ul className="list-disc pl-4">
              {findings.map(({ field, code }) => (
                <li key={`${field} ${code}`}>
                  {t(`fields.${field.replaceAll(".", "-")}`, { defaultValue: field })}:{" "}
                  {t(`errors.${code}`, { defaultValue: t("errors.invalid") })}
                </li>
              ))}
            </ul>
          </Alert>
        </div>
      )}
    </>
  )
}

type BuyerSectionProps = { owner: BuyerOwner }

/** Who buys, with the rules the person who wrote it may have broken, and a form to correct it. */
export const BuyerSection = ({ owner }: BuyerSectionProps) => {
  const { t } = useTranslation("dkBuyer")
  const { t: tShared } = useTranslation("dkShared")
  const { data, error, isPending, refetch } = useBuyer(owner)
  const [editing, setEditing] = useState(false)
  return (
    <Container className="divide-y p-0" data-testid="dk-buyer">
      <div className="flex items-center justify-between px-6 py-4">
        <Heading level="h2">{t("title")}</Heading>
        {data && (
          <Button
            size="small"
            variant="secondary"
            data-testid="dk-buyer-edit"
            onClick={() => {
              setEditing(true)
            }}
          >
            {tShared("edit")}
          </Button>
        )}
      </div>
      {isPending && (
        <div className="px-6 py-4">
          <LinesSkeleton />
        </div>
      )}
      {error && (
        <div className="px-6 py-4">
          <ErrorNotice error={error} onRetry={() => void refetch()} />
        </div>
      )}
      {data && <Answer answer={data} owner={owner} />}
      {data && editing && (
        <BuyerDrawer
          owner={owner}
          buyer={data.buyer}
          onClose={() => {
            setEditing(false)
          }}
        />
      )}
    </Container>
  )
}
