import { Button, toast, usePrompt } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { ErrorNotice } from "../../../shared/error-notice"
import { Reading } from "../../../shared/reading"
import { Section } from "../../../shared/section"
import { useSayError } from "../../../shared/use-say-error"
import { ListSection } from "../../../shared/list-section"
import type { List } from "../../../shared/use-list"
import { useList } from "../../../shared/use-list"
import { useLedger, useReplayPreview, useReplays, useStartReplay } from "../hooks/use-replays"
import { LedgerState } from "./ledger-state"
import { ReplayReport } from "./replay-report"
import { ReplayRows } from "./replay-rows"

type PreviewProps = { preview: ReturnType<typeof useReplayPreview>; isDisabled: boolean }

const Preview = ({ preview, isDisabled }: PreviewProps) => {
  const { t } = useTranslation("dkReplays")
  const { data, error, isPending, mutate } = preview
  return (
    <Section
      title={t("step.preview")}
      text={t("step.previewText")}
      testId="dk-replay-preview"
      actions={
        <Button
          size="small"
          variant="secondary"
          isLoading={isPending}
          disabled={isDisabled}
          data-testid="dk-replay-look"
          onClick={() => {
            mutate()
          }}
        >
          {t(data ? "lookAgain" : "look")}
        </Button>
      }
    >
      {(data ?? error) && (
        <div className="px-6 py-4">
          {data && <ReplayReport report={data} isPreview />}
          {error && (
            <ErrorNotice
              error={error}
              onRetry={() => {
                mutate()
              }}
            />
          )}
        </div>
      )}
    </Section>
  )
}

type StartProps = { isRunning: boolean; hasLooked: boolean; onStarted: () => void }

const Start = ({ isRunning, hasLooked, onStarted }: StartProps) => {
  const { t } = useTranslation("dkReplays")
  const start = useStartReplay()
  const prompt = usePrompt()
  const sayError = useSayError()
  const confirm = async () => {
    const isSure = await prompt({
      title: t("confirm.title"),
      description: t("confirm.text"),
      confirmText: t("start"),
      cancelText: t("confirm.cancel"),
    })
    if (!isSure) return
    start.mutate(undefined, {
      onError: sayError,
      onSuccess: () => {
        toast.success(t("begun"))
        onStarted()
      },
    })
  }
  return (
    <Section
      title={t("step.start")}
      text={t(hasLooked ? "step.startText" : "step.startLater")}
      testId="dk-replay-confirm"
      actions={
        <Button
          size="small"
          variant="danger"
          isLoading={start.isPending || isRunning}
          disabled={!hasLooked || isRunning}
          data-testid="dk-replay-start"
          onClick={() => void confirm()}
        >
          {t("start")}
        </Button>
      }
    />
  )
}

type ListProps = { query: ReturnType<typeof useReplays>; list: List }

const History = ({ query, list }: ListProps) => {
  const { t } = useTranslation("dkReplays")
  return (
    <ListSection
      title={t("history")}
      testId="dk-replay-history"
      list={list}
      query={query}
      lines={3}
      empty={{ title: t("empty"), text: t("emptyText") }}
    >
      {({ replays }) => <ReplayRows replays={replays} />}
    </ListSection>
  )
}

/** After a backup was restored: where the list stands, what would happen, and erasing again. */
export const ReplaysPage = () => {
  const { t } = useTranslation("dkReplays")
  const list = useList()
  const query = useReplays(list.page.range)
  const preview = useReplayPreview()
  const isRunning = query.data?.replays.some(({ status }) => status === "running") ?? false
  const ledger = useLedger(isRunning)
  const isReadable = ledger.data !== undefined && ledger.data.is_reachable !== false
  return (
    <div className="flex flex-col gap-y-3">
      <Section level="h1" title={t("title")} text={t("text")} testId="dk-replays" />
      <Section title={t("step.ledger")} text={t("step.ledgerText")} testId="dk-ledger">
        <Reading query={ledger} />
        {ledger.data && <LedgerState ledger={ledger.data} />}
      </Section>
      <Preview preview={preview} isDisabled={!isReadable || isRunning} />
      <Start
        isRunning={isRunning}
        hasLooked={preview.data !== undefined && isReadable}
        onStarted={preview.reset}
      />
      <History query={query} list={list} />
    </div>
  )
}
