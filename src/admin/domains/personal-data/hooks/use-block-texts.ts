import { useTranslation } from "react-i18next"
import type { AdminErasureBlock } from "../../../../types/http"
import { blockWords } from "../block-words"

/** Why something waits, in words; each reason once. */
export const useBlockTexts = (): ((blocks: readonly AdminErasureBlock[]) => string[]) => {
  const { t } = useTranslation("dkPersonalData")
  return (blocks) => {
    const texts = blocks.map((block) => {
      const { key, fallback, number, word } = blockWords(block)
      return t(key, { number, word, defaultValue: t(fallback, { number, word }) })
    })
    return [...new Set(texts)]
  }
}
