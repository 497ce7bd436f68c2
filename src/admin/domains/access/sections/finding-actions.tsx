import { Button, toast, usePrompt } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminFinding } from "../../../../types/http"
import { useSayError } from "../../../shared/use-say-error"
import { useChangeFinding } from "../hooks/use-findings"

/** The two ways to deal with what was found. */
export const FindingActions = ({ finding }: { finding: AdminFinding }) => {
  const { t } = useTranslation("dkAccessChecks")
  const { t: tShared } = useTranslation("dkShared")
  const { id, kind, state, can_be_masked: canBeMasked } = finding
  const mask = useChangeFinding("mask")
  const dismiss = useChangeFinding("dismiss")
  const prompt = usePrompt()
  const onError = useSayError()
  const pressMask = async () => {
    const isSure = await prompt({
      title: t("findings.mask"),
      description: t(`findings.maskText.${kind}`),
      confirmText: t("findings.mask"),
      cancelText: tShared("cancel"),
      variant: "danger",
    })
    if (isSure) mask.mutate(id, { onSuccess: () => toast.success(t("findings.masked")), onError })
  }
  if (state === "resolved") return null
  return (
    <div className="flex flex-wrap gap-2">
      {canBeMasked && (
        <Button
          size="small"
          variant="secondary"
          isLoading={mask.isPending}
          data-testid="dk-finding-mask"
          onClick={() => void pressMask()}
        >
          {t("findings.mask")}
        </Button>
      )}
      {state === "open" && (
        <Button
          size="small"
          variant="secondary"
          isLoading={dismiss.isPending}
          data-testid="dk-finding-dismiss"
          onClick={() => {
            dismiss.mutate(id, { onSuccess: () => toast.success(t("findings.dismissed")), onError })
          }}
        >
          {t(`findings.dismiss.${kind}`)}
        </Button>
      )}
    </div>
  )
}
