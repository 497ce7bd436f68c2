import { Button, toast, usePrompt } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { AdminBreachTip } from "../../../../types/http"
import { useSayError } from "../../../shared/use-say-error"
import { LinkTipDrawer } from "../forms/link-tip-drawer"
import { OpenBreachDrawer } from "../forms/open-breach-drawer"
import { useDecideTip } from "../hooks/use-tips"

/** What can become of a report: a case of its own, part of one, or nothing. */
export const TipActions = ({ tip }: { tip: AdminBreachTip }) => {
  const { t } = useTranslation("dkBreaches")
  const { t: tShared } = useTranslation("dkShared")
  const [form, setForm] = useState<"open" | "link" | null>(null)
  const decide = useDecideTip(tip.id)
  const prompt = usePrompt()
  const onError = useSayError()
  const close = () => {
    setForm(null)
  }
  const dismiss = async () => {
    const isSure = await prompt({
      title: t("tips.dismiss"),
      description: t("tips.dismissText"),
      confirmText: t("tips.dismiss"),
      cancelText: tShared("cancel"),
    })
    if (isSure)
      decide.mutate(null, { onSuccess: () => toast.success(t("tips.dismissed")), onError })
  }
  return (
    <div className="flex shrink-0 flex-wrap items-start gap-2">
      {(["open", "link"] as const).map((action) => (
        <Button
          key={action}
          size="small"
          variant="secondary"
          data-testid={`dk-breach-tip-${action}`}
          onClick={() => {
            setForm(action)
          }}
        >
          {t(`tips.${action}`)}
        </Button>
      ))}
      <Button
        size="small"
        variant="transparent"
        isLoading={decide.isPending}
        data-testid="dk-breach-tip-dismiss"
        onClick={() => void dismiss()}
      >
        {t("tips.dismiss")}
      </Button>
      {form === "open" && <OpenBreachDrawer tip={tip} onClose={close} />}
      {form === "link" && <LinkTipDrawer tip={tip} onClose={close} />}
    </div>
  )
}
