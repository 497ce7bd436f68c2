import { Alert, Badge, Button, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminNetsAccount } from "../../../../types/http"
import { EmptyNotice } from "../../../shared/empty-notice"
import { Reading } from "../../../shared/reading"
import { Section } from "../../../shared/section"
import { useSayError } from "../../../shared/use-say-error"
import { useAccounts, useCheckAccount } from "../hooks/use-health"

const ANSWERS = { ok: "success", refused: "error", unreachable: "warning" } as const

const Account = ({ account: { name, environment } }: { account: AdminNetsAccount }) => {
  const { t } = useTranslation("dkNetsPage")
  const { t: tNets } = useTranslation("dkNets")
  const check = useCheckAccount()
  const sayError = useSayError()
  return (
    <li className="flex flex-col gap-y-3 px-6 py-4" data-testid="dk-nets-account">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <div className="flex items-center gap-x-2">
          <Text size="small" weight="plus">
            {name}
          </Text>
          <Badge size="2xsmall">{tNets(`environment.${environment}`)}</Badge>
        </div>
        <Button
          size="small"
          variant="secondary"
          isLoading={check.isPending}
          data-testid="dk-nets-account-check"
          onClick={() => {
            check.mutate(name, { onError: sayError })
          }}
        >
          {t("accounts.check")}
        </Button>
      </div>
      {check.data && (
        <Alert variant={ANSWERS[check.data.state]} data-testid="dk-nets-account-state">
          {t(`accounts.${check.data.state}`)}
        </Alert>
      )}
    </li>
  )
}

/** The accounts of the options, each with a question to Nets whether its key works. */
export const AccountsSection = () => {
  const { t } = useTranslation("dkNetsPage")
  const query = useAccounts()
  const { data } = query
  return (
    <Section title={t("accounts.title")} text={t("accounts.text")} testId="dk-nets-accounts">
      <Reading query={query} lines={2} />
      {data?.length === 0 && (
        <EmptyNotice title={t("accounts.empty")} text={t("accounts.emptyText")} />
      )}
      <ul className="divide-y">
        {data?.map((account) => (
          <Account key={account.name} account={account} />
        ))}
      </ul>
    </Section>
  )
}
