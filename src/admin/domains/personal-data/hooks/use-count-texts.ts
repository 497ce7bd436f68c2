import { useTranslation } from "react-i18next"
import type { AdminErasureCount } from "../../../../types/http"

/** As a person thinks of them: who it is, then what was bought, then what is left in corners. */
const ORDER = ["account", "login", "company", "address", "cart", "order_contact", "order_note"]

const rankOf = ({ category }: AdminErasureCount): number =>
  ORDER.includes(category) ? ORDER.indexOf(category) : ORDER.length

/** Rows per category, in words. */
export const useCountTexts = (): ((counts: readonly AdminErasureCount[]) => string[]) => {
  const { t } = useTranslation("dkPersonalData")
  return (counts) =>
    [...counts]
      .sort((a, b) => rankOf(a) - rankOf(b))
      .map(({ category, rows }) =>
        t(`category.${category}`, { count: rows, defaultValue: `${category} (${rows.toString()})` })
      )
}
