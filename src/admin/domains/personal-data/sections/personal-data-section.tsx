import { Button, Container, Heading, Text, toast } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { AdminErasure } from "../../../../types/http"
import { ErrorNotice } from "../../../shared/error-notice"
import { LinesSkeleton } from "../../../shared/lines-skeleton"
import { useSayError } from "../../../shared/use-say-error"
import { erasureState } from "../erasure-state"
import { EraseDialog } from "../forms/erase-dialog"
import { useLatestErasure } from "../hooks/use-erasures"
import { useExport } from "../hooks/use-export"
import { ErasureStatus } from "./erasure-status"

type ActionsProps = { customerId: string; erasure: AdminErasure | null; onErase: () => void }

const Actions = ({ customerId, erasure, onErase }: ActionsProps) => {
  const { t } = useTranslation("dkPersonalData")
  const copy = useExport(customerId)
  const sayError = useSayError()
  const download = () => {
    copy.mutate(t("export.fileName"), {
      onSuccess: () => toast.success(t("export.done")),
      onError: sayError,
    })
  }
  const isDone = erasure?.status === "done"
  const canStart = erasure === null || erasureState(erasure).canStart
  return (
    <div className="flex flex-wrap gap-2 px-6 py-4">
      <Button
        size="small"
        variant="secondary"
        isLoading={copy.isPending}
        data-testid="dk-export"
        onClick={download}
      >
        {t("export.action")}
      </Button>
      {canStart && (
        <Button
          size="small"
          variant={isDone ? "secondary" : "danger"}
          data-testid="dk-erase"
          onClick={onErase}
        >
          {t(isDone ? "state.showKept" : "erase.action")}
        </Button>
      )}
    </div>
  )
}

type PersonalDataSectionProps = { customerId: string }

/** Access and erasure for a customer; explains itself to staff without the right. */
export const PersonalDataSection = ({ customerId }: PersonalDataSectionProps) => {
  const { t } = useTranslation("dkPersonalData")
  const { data: erasure, error, isPending, refetch } = useLatestErasure(customerId)
  const [erasing, setErasing] = useState(false)
  return (
    <Container className="divide-y p-0" data-testid="dk-personal-data">
      <div className="px-6 py-4">
        <Heading level="h2">{t("title")}</Heading>
        <Text size="small" className="text-ui-fg-subtle mt-1">
          {t("text")}
        </Text>
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
      {erasure && <ErasureStatus customerId={customerId} erasure={erasure} />}
      {erasure !== undefined && (
        <Actions
          customerId={customerId}
          erasure={erasure}
          onErase={() => {
            setErasing(true)
          }}
        />
      )}
      {erasing && (
        <EraseDialog
          customerId={customerId}
          onClose={() => {
            setErasing(false)
            void refetch()
          }}
        />
      )}
    </Container>
  )
}
