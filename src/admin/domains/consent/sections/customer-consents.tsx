import { Alert, Button, StatusBadge, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { AdminCustomerConsentsResponse, StoreConsent } from "../../../../types/http"
import { ApiError } from "../../../shared/api"
import { Reading } from "../../../shared/reading"
import { Section } from "../../../shared/section"
import { capital } from "../capital"
import { useCustomerConsents } from "../hooks/use-consents"
import { usePurposeName } from "../hooks/use-notice-name"
import { STATE_COLOURS } from "../state-colours"
import { EventLine } from "./event-line"

const FIRST = 5

const Answer = ({ consent }: { consent: StoreConsent }) => {
  const { t } = useTranslation("dkConsents")
  const nameOf = usePurposeName()
  const { purpose, channel, state, permitted_by: by } = consent
  return (
    <div
      className="flex flex-wrap items-center justify-between gap-2 px-6 py-3"
      data-testid="dk-consent-answer"
    >
      <Text size="small">
        {capital(nameOf(purpose))} {t(`on.${channel}`)}
      </Text>
      <div className="flex flex-wrap items-center gap-2">
        <Text size="xsmall" className="text-ui-fg-subtle">
          {by === null ? t("stopped") : t(`permitted.${by}`)}
        </Text>
        <StatusBadge color={STATE_COLOURS[state]}>{t(`state.${state}`)}</StatusBadge>
      </div>
    </div>
  )
}

const Timeline = ({ data }: { data: AdminCustomerConsentsResponse }) => {
  const { t } = useTranslation("dkConsents")
  const [isWhole, setWhole] = useState(false)
  const { events, notices } = data
  return (
    <div>
      <Text size="small" weight="plus" className="px-6 pb-1 pt-4">
        {t("customer.timeline")}
      </Text>
      {events.length === 0 && (
        <Text size="small" className="text-ui-fg-subtle px-6 pb-4">
          {t("customer.noEvents")}
        </Text>
      )}
      <ul className="divide-y">
        {events.slice(0, isWhole ? undefined : FIRST).map((event) => (
          <EventLine key={event.id} event={event} notices={notices} />
        ))}
      </ul>
      {!isWhole && events.length > FIRST && (
        <div className="px-6 py-3">
          <Button
            size="small"
            variant="secondary"
            data-testid="dk-consent-more"
            onClick={() => {
              setWhole(true)
            }}
          >
            {t("customer.more")}
          </Button>
        </div>
      )}
    </div>
  )
}

/** What a customer agreed to and was shown. Silent to staff who may not read it. */
export const CustomerConsents = ({ customerId }: { customerId: string }) => {
  const { t } = useTranslation("dkConsents")
  const query = useCustomerConsents(customerId)
  const { data, error } = query
  if (error instanceof ApiError && (error.status === 403 || error.status === 404)) return null
  return (
    <Section title={t("customer.title")} text={t("customer.text")} testId="dk-customer-consents">
      <Reading query={query} />
      {data?.objected && (
        <div className="px-6 py-4">
          <Alert variant="warning" data-testid="dk-consent-objected">
            {t("customer.objected")}
          </Alert>
        </div>
      )}
      {data?.consents.length === 0 && (
        <Text size="small" className="text-ui-fg-subtle px-6 py-4">
          {t("customer.none")}
        </Text>
      )}
      {data?.consents.map((consent) => (
        <Answer key={`${consent.purpose}:${consent.channel}`} consent={consent} />
      ))}
      {data && <Timeline data={data} />}
    </Section>
  )
}
