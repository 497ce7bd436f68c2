import { Button, StatusBadge, Table, Text, toast } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminParked } from "../../../../types/http"
import { formatMoment } from "../../../shared/format"
import { ListTable } from "../../../shared/list-table"
import { useSayError } from "../../../shared/use-say-error"
import { WaitingSection } from "../../../shared/waiting-section"
import { ListBody } from "../../../shared/list-body"
import { useList } from "../../../shared/use-list"
import { useRuleName } from "../hooks/use-rule-name"
import { useParked, useRetryParked } from "../hooks/use-sweeps"

const RetryButton = ({ id }: { id: string }) => {
  const { t } = useTranslation("dkRetention")
  const retry = useRetryParked()
  const sayError = useSayError()
  return (
    <Button
      size="small"
      variant="secondary"
      isLoading={retry.isPending}
      data-testid="dk-parked-retry"
      onClick={() => {
        retry.mutate(id, {
          onSuccess: () => toast.success(t("parked.retried")),
          onError: sayError,
        })
      }}
    >
      {t("parked.retry")}
    </Button>
  )
}

const Row = ({ parked }: { parked: AdminParked }) => {
  const { t, i18n } = useTranslation("dkRetention")
  const ruleName = useRuleName()
  return (
    <Table.Row className="align-top" data-testid="dk-parked-row">
      <Table.Cell className="py-4">
        <div className="flex flex-col items-start gap-y-2">
          <StatusBadge color={parked.is_given_up ? "red" : "orange"}>
            {t(parked.is_given_up ? "parked.givenUp" : "parked.triedAgain")}
          </StatusBadge>
          <Text size="small" weight="plus" className="text-ui-fg-base">
            {ruleName(parked.rule)}
          </Text>
          <Text size="small" className="break-all">
            {parked.item_id}
          </Text>
          <Text size="small" className="text-ui-fg-subtle break-words">
            {t("parked.why", { reason: parked.reason, count: parked.attempts })}{" "}
            {formatMoment(parked.tried_at, i18n.language)}
          </Text>
          <RetryButton id={parked.id} />
        </div>
      </Table.Cell>
    </Table.Row>
  )
}

/** What could not be erased, with the reason. Draws nothing while all went well. */
export const ParkedSection = () => {
  const { t } = useTranslation("dkRetention")
  const list = useList({ name: "parked" })
  const query = useParked(list.page.range)
  const { data } = query
  return (
    <WaitingSection
      title={t("parked.title")}
      text={t("parked.text")}
      testId="dk-parked"
      query={query}
      isEmpty={!data || data.count === 0}
    >
      <ListBody id="dk-parked" list={list} query={query}>
        {({ parked: rows }) => (
          <ListTable columns={[{ key: "what", label: t("parked.what") }]}>
            {rows.map((parked) => (
              <Row key={parked.id} parked={parked} />
            ))}
          </ListTable>
        )}
      </ListBody>
    </WaitingSection>
  )
}
