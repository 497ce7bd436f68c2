import { Text } from "@medusajs/ui"
import type { AdminLetterPreview } from "../../../../types/http"

type LetterBoxProps = { title: string; letter: Pick<AdminLetterPreview, "subject" | "text"> }

/** A letter as it would be sent. */
export const LetterBox = ({ title, letter: { subject, text } }: LetterBoxProps) => (
  <section
    aria-label={title}
    className="bg-ui-bg-subtle w-full rounded-md border p-4"
    data-testid="dk-letter-preview"
  >
    <Text size="small" weight="plus">
      {subject}
    </Text>
    <Text size="small" className="mt-2 whitespace-pre-wrap break-words">
      {text}
    </Text>
  </section>
)
