import { Alert, Checkbox, Label, Text, toast } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { AdminEarlierYear } from "../../../../types/http"
import { FormDrawer } from "../../../shared/form-drawer"
import { toWalk } from "../archiving"
import { useArchive } from "../hooks/use-earlier-orders"
import { HeldOrders } from "../sections/held-orders"

type ProgressProps = { walked: number; total: number; isKeeping: boolean }

const Progress = ({ walked, total, isKeeping }: ProgressProps) => {
  const { t } = useTranslation("dkEarlierOrders")
  const most = Math.max(walked, total, 1)
  const share = Math.round((walked / most) * 100)
  return (
    <div className="flex flex-col gap-y-2" data-testid="dk-archive-progress">
      <Text size="small" aria-live="polite">
        {t("drawer.progress", { done: walked, total: most })}
      </Text>
      <div
        className="bg-ui-bg-component h-2 overflow-hidden rounded-full"
        role="progressbar"
        aria-label={t("drawer.title")}
        aria-valuenow={share}
      >
        <div className="bg-ui-fg-interactive h-2" style={{ width: `${share.toString()}%` }} />
      </div>
      {isKeeping && (
        <Text size="small" className="text-ui-fg-subtle">
          {t("drawer.stop")}
        </Text>
      )}
    </div>
  )
}

type SureProps = { copies: number; isSure: boolean; onChange: (isSure: boolean) => void }

/** What would be done, that it cannot be taken back, and the promise that numbers were looked for first. */
const Sure = ({ copies, isSure, onChange }: SureProps) => {
  const { t } = useTranslation("dkEarlierOrders")
  return (
    <>
      <Text size="small" weight="plus" data-testid="dk-archive-would">
        {copies > 0 ? t("drawer.would", { count: copies }) : t("drawer.nothing")}
      </Text>
      {copies > 0 && (
        <>
          <Alert variant="warning">{t("drawer.permanent")}</Alert>
          <div className="flex items-start gap-x-2">
            <Checkbox
              id="dk-archive-sure"
              checked={isSure}
              onCheckedChange={(checked) => {
                onChange(checked === true)
              }}
            />
            <Label htmlFor="dk-archive-sure" size="small">
              {t("drawer.sure")}
            </Label>
          </div>
        </>
      )}
    </>
  )
}

/** Looks, asks, keeps: the three steps and what the button does in each. */
const useSteps = (onClose: () => void) => {
  const { t } = useTranslation("dkEarlierOrders")
  const [isSure, setSure] = useState(false)
  const look = useArchive({ isDryRun: true })
  const keep = useArchive({ isDryRun: false })
  const { copies } = look.found
  const isOver = keep.isSuccess || (look.isSuccess && copies === 0)
  const submit = () => {
    if (isOver) onClose()
    else if (!look.isSuccess) look.mutate()
    else {
      keep.mutate(undefined, {
        onSuccess: () => {
          toast.success(t("drawer.done"))
        },
      })
    }
  }
  const label = () => {
    if (isOver) return t("drawer.close")
    return look.isSuccess ? t("drawer.submit", { count: copies }) : t("drawer.check")
  }
  const isReady = isOver || !look.isSuccess || isSure
  return { look, keep, isSure, setSure, isReady, submit, label: label() }
}

type ArchiveDrawerProps = { years: AdminEarlierYear[]; onClose: () => void }

/** Keeps sealed copies of earlier orders in two steps: first it shows what would be kept, then it keeps it. */
export const ArchiveDrawer = ({ years, onClose }: ArchiveDrawerProps) => {
  const { t } = useTranslation("dkEarlierOrders")
  const { look, keep, isSure, setSure, isReady, submit, label } = useSteps(onClose)
  // Counted when the drawer was opened: what is kept meanwhile changes the counts on the page.
  const [total] = useState(() => toWalk(years))
  const isKeeping = !keep.isIdle
  const { found } = isKeeping ? keep : look
  // An error that comes on the way leaves what was kept before it.
  const isHalted = keep.isError && keep.found.walked > 0
  return (
    <FormDrawer
      title={t("drawer.title")}
      text={t("drawer.text")}
      submitLabel={label}
      isPending={look.isPending || keep.isPending}
      isReady={isReady}
      error={look.error ?? (isHalted ? null : keep.error)}
      testId="dk-archive"
      onSubmit={submit}
      onClose={onClose}
    >
      {(look.isPending || keep.isPending || keep.isError) && (
        <Progress walked={found.walked} total={total} isKeeping={isKeeping} />
      )}
      {isHalted && (
        <Alert variant="error" data-testid="dk-archive-halted">
          {t("drawer.halted", { count: keep.found.copies })}
        </Alert>
      )}
      {look.isSuccess && keep.isIdle && (
        <Sure copies={look.found.copies} isSure={isSure} onChange={setSure} />
      )}
      {keep.isSuccess && (
        <Alert variant="success" data-testid="dk-archive-did">
          {t("drawer.did", { count: keep.found.copies })}
        </Alert>
      )}
      <HeldOrders orders={found.held} />
    </FormDrawer>
  )
}
