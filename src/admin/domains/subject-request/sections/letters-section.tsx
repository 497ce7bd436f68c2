import { Alert, Button, StatusBadge, Text, toast } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminSubjectRequestLetter } from "../../../../types/http"
import { formatMoment } from "../../../shared/format"
import { Reading } from "../../../shared/reading"
import { Section } from "../../../shared/section"
import { useSayError } from "../../../shared/use-say-error"
import { useStaffName } from "../../personal-data/hooks/use-staff-name"
import { useLetters, useMarkLetterSent, usePrintLetter } from "../hooks/use-letters"

const COLOURS = { waiting: "orange", sent: "green", failed: "red", by_hand: "blue" } as const

type LetterProps = { requestId: string; letter: AdminSubjectRequestLetter }

/** When it left and how, or what is in the way. */
const Course = ({ letter }: { letter: AdminSubjectRequestLetter }) => {
  const { t, i18n } = useTranslation("dkRequests")
  const name = useStaffName(letter.sent_by) ?? t("timeline.gone")
  if (letter.sent_at !== null) {
    const moment = formatMoment(letter.sent_at, i18n.language)
    const text =
      letter.sent_by === null
        ? t("letters.mailed", { moment })
        : t("letters.sentByHand", { moment, name })
    return (
      <>
        <Text size="small" className="text-ui-fg-subtle">
          {text}
        </Text>
        {letter.digest !== null && (
          <Text size="xsmall" className="text-ui-fg-subtle break-all">
            {t("letters.digest", { digest: letter.digest })}
          </Text>
        )}
      </>
    )
  }
  if (letter.outcome === "mail_interrupted") {
    return <Text size="small">{t("letters.interrupted")}</Text>
  }
  return letter.attempts === 0 || letter.state === "by_hand" ? null : (
    <Text size="small" className="text-ui-fg-subtle">
      {t("letters.attempts", { count: letter.attempts })}
    </Text>
  )
}

const LetterButtons = ({ requestId, letter }: LetterProps) => {
  const { t } = useTranslation("dkRequests")
  const sayError = useSayError()
  const print = usePrintLetter(requestId)
  const mark = useMarkLetterSent(requestId)
  return (
    <div className="flex shrink-0 flex-wrap items-start gap-2">
      <Button
        size="small"
        variant="secondary"
        isLoading={print.isPending}
        data-testid="dk-letter-print"
        onClick={() => {
          print.mutate(letter.id, { onError: sayError })
        }}
      >
        {t("letters.print")}
      </Button>
      <Button
        size="small"
        variant="secondary"
        isLoading={mark.isPending}
        data-testid="dk-letter-mark"
        onClick={() => {
          mark.mutate(letter.id, {
            onError: sayError,
            onSuccess: () => {
              toast.success(t("letters.marked"))
            },
          })
        }}
      >
        {t("letters.markSent")}
      </Button>
    </div>
  )
}

const Letter = ({ requestId, letter }: LetterProps) => {
  const { t } = useTranslation("dkRequests")
  return (
    <li
      className="flex flex-col gap-x-6 gap-y-3 px-6 py-3 md:flex-row md:justify-between"
      data-testid="dk-letter"
    >
      <div className="flex flex-col items-start gap-y-1">
        <Text size="small" weight="plus">
          {t(`letters.template.${letter.template}`)}
        </Text>
        <StatusBadge color={COLOURS[letter.state]}>
          {t(`letters.state.${letter.state}`)}
        </StatusBadge>
        <Course letter={letter} />
      </div>
      {letter.state !== "sent" && <LetterButtons requestId={requestId} letter={letter} />}
    </li>
  )
}

/** What the person is told, and whether it has left. */
export const LettersSection = ({ requestId }: { requestId: string }) => {
  const { t } = useTranslation("dkRequests")
  const query = useLetters(requestId)
  const { data } = query
  const isWaiting = data?.letters.some(({ state }) => state === "waiting" || state === "failed")
  return (
    <Section title={t("letters.title")} text={t("letters.text")} testId="dk-request-letters">
      <Reading query={query} />
      {data && !data.has_mail_provider && isWaiting && (
        <div className="px-6 py-4">
          <Alert variant="warning" data-testid="dk-letters-no-mail">
            {t("letters.noMail")}
          </Alert>
        </div>
      )}
      {data?.letters.length === 0 && (
        <Text size="small" className="text-ui-fg-subtle px-6 py-4">
          {t("letters.empty")}
        </Text>
      )}
      {data && (
        <ul className="divide-y">
          {data.letters.map((letter) => (
            <Letter key={letter.id} requestId={requestId} letter={letter} />
          ))}
        </ul>
      )}
    </Section>
  )
}
