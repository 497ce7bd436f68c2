import { useTranslation } from "react-i18next"
import type { AdminNetsReceipt } from "../../../../types/http"
import { localeOf } from "../../../shared/locale"

/** What came of a webhook, in words: Nets' own code when there is one, else what the shop made of it. */
export const useOutcomeText = ({ outcome, words }: AdminNetsReceipt): string[] => {
  const { t, i18n } = useTranslation("dkNetsPage")
  const [, failure] = /^failed: (.+)$/.exec(outcome ?? "") ?? []
  const own =
    failure === undefined
      ? t(`outcome.${outcome ?? ""}`, { defaultValue: outcome ?? "" })
      : t(`failure.${failure}`, { defaultValue: t("failure.other", { code: failure }) })
  const fromNets = words?.[localeOf(i18n.language)]
  // The words of a code say more than "it failed with this code".
  const isSaidByNets = fromNets !== undefined && failure !== undefined
  return [fromNets ?? "", isSaidByNets ? "" : own].filter(Boolean)
}
