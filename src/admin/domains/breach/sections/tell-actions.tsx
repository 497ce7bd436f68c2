import { Button, toast, usePrompt } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useSayError } from "../../../shared/use-say-error"
import { useTellByHand } from "../hooks/use-affected"

/** The ways that staff can note; an attempt in vain is one by telephone. */
const WAYS = [
  { outcome: "called", channel: "call" },
  { outcome: "written", channel: "letter" },
  { outcome: "not_reached", channel: "call" },
] as const

type TellActionsProps = { breachId: string; personId: string }

/** Notes that somebody was called or written to, or could not be reached. */
export const TellActions = ({ breachId, personId }: TellActionsProps) => {
  const { t } = useTranslation("dkBreachPeople")
  const tell = useTellByHand(breachId)
  const { t: tShared } = useTranslation("dkShared")
  const prompt = usePrompt()
  const onError = useSayError()
  const note = async (way: (typeof WAYS)[number]) => {
    // Nobody was told by an attempt in vain: nothing ends by it.
    const isSure =
      way.outcome === "not_reached" ||
      (await prompt({
        title: t(`byHand.${way.outcome}`),
        description: t("byHandText"),
        confirmText: t(`byHand.${way.outcome}`),
        cancelText: tShared("cancel"),
        variant: "confirmation",
      }))
    if (!isSure) return
    tell.mutate({ personId, ...way }, { onSuccess: () => toast.success(t("byHandDone")), onError })
  }
  return (
    <div className="flex flex-wrap gap-2 md:justify-end">
      {WAYS.map((way) => (
        <Button
          key={way.outcome}
          size="small"
          variant="secondary"
          disabled={tell.isPending}
          data-testid={`dk-breach-person-${way.outcome}`}
          onClick={() => void note(way)}
        >
          {t(`byHand.${way.outcome}`)}
        </Button>
      ))}
    </div>
  )
}
