import { Alert, Button, Drawer, toast } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { AdminErasureResponse } from "../../../../types/http"
import { ErrorNotice } from "../../../shared/error-notice"
import { LinesSkeleton } from "../../../shared/lines-skeleton"
import { useSayError } from "../../../shared/use-say-error"
import { useErase, useErasurePreview } from "../hooks/use-erasure"
import { PreviewParts } from "../sections/preview-parts"
import { EraseConfirmation, isSameEmail } from "./erase-confirmation"

type EraseFormProps = { customerId: string; email: string | null; onDone: () => void }

const outcomeOf = ({ already_erased, erasure }: AdminErasureResponse) => {
  if (already_erased) return "erase.startedNothing"
  return erasure?.status === "done" ? "erase.startedDone" : "erase.started"
}

/** What erasing does, in the order staff must know it, and the typed e-mail without which it does not start. */
export const EraseForm = ({ customerId, email, onDone }: EraseFormProps) => {
  const { t } = useTranslation("dkPersonalData")
  const { t: shared } = useTranslation("dkShared")
  const sayError = useSayError()
  const [confirmed, setConfirmed] = useState<readonly string[]>([])
  const [typed, setTyped] = useState("")
  const {
    data: preview,
    error,
    isPending,
    isFetching,
    refetch,
  } = useErasurePreview(customerId, confirmed)
  const { mutate, isPending: isErasing } = useErase(customerId)
  const toType = preview?.subject.email ?? email ?? customerId
  const name = preview?.subject.name ?? null
  const isErasable = preview !== undefined && !preview.already_erased
  const erase = () => {
    mutate(confirmed, {
      onSuccess: (answer) => {
        toast.success(t(outcomeOf(answer)))
        onDone()
      },
      onError: sayError,
    })
  }

  return (
    <>
      <Drawer.Header>
        <Drawer.Title>
          {t("erase.title", { who: name === null ? toType : `${name} (${toType})` })}
        </Drawer.Title>
      </Drawer.Header>
      <Drawer.Body className="flex flex-col gap-y-5 overflow-y-auto">
        {isPending && <LinesSkeleton lines={6} />}
        {error && <ErrorNotice error={error} onRetry={() => void refetch()} />}
        {preview?.already_erased && (
          <Alert variant="info" data-testid="dk-already-erased">
            {t("erase.alreadyErased")}
          </Alert>
        )}
        {preview && (
          <PreviewParts preview={preview} confirmed={confirmed} onConfirm={setConfirmed} />
        )}
        {isErasable && (
          <EraseConfirmation preview={preview} email={toType} typed={typed} onType={setTyped} />
        )}
      </Drawer.Body>
      <Drawer.Footer>
        <Button size="small" variant="secondary" onClick={onDone}>
          {shared(isErasable ? "cancel" : "close")}
        </Button>
        {isErasable && (
          <Button
            size="small"
            variant="danger"
            disabled={!isSameEmail(typed, toType) || isFetching}
            isLoading={isErasing}
            onClick={erase}
            data-testid="dk-erase-confirm"
          >
            {t("erase.confirm")}
          </Button>
        )}
      </Drawer.Footer>
    </>
  )
}
