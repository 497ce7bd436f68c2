import { useTranslation } from "react-i18next"

/** Kinds of words the map is written in. */
type WordKind = "category" | "purpose" | "origin" | "basis" | "retention" | "erase"

/** A word of the map as people say it. Other plugins may bring words that no text knows: those stay as they are. */
export const useWord = (): ((kind: WordKind, word: string) => string) => {
  const { t } = useTranslation("dkDataMap")
  return (kind, word) => t(`words.${kind}.${word}`, { defaultValue: word.replaceAll("_", " ") })
}
