import type { Limits, Reminder } from "./clock"
import { letterDay } from "./letters/parts"

type Reminded = { id: string; kind: Reminder["kind"]; clock: Limits; is_planned: boolean }
type ReminderText = { title: string; text: string }
type Words = (day: string, isLate: boolean) => ReminderText

/** Nobody is named: the feed is read by all staff, and the shop's mailbox by whoever has it. */
const ANSWER: Readonly<Record<"da" | "en", Words>> = {
  da: (day, isLate) => ({
    title: isLate ? "En anmodning er over fristen" : "En anmodning har snart frist",
    text: isLate ? `Fristen for svar var den ${day}.` : `Den skal være besvaret senest den ${day}.`,
  }),
  en: (day, isLate) => ({
    title: isLate ? "A request is overdue" : "A request is due soon",
    text: isLate ? `The limit for an answer was ${day}.` : `It is to be answered by ${day}.`,
  }),
}

/** Of an erasure that waits: the person has been told the day. */
const REST: Readonly<Record<"da" | "en", Words>> = {
  da: (day, isLate) => ({
    title: isLate ? "En sletning, der venter, er over sin dag" : "En sletning venter stadig",
    text: isLate
      ? `Resten skulle være slettet senest den ${day}. Se, hvad den venter på, og skriv til personen.`
      : `Resten skal være slettet senest den ${day}. Se, hvad den venter på.`,
  }),
  en: (day, isLate) => ({
    title: isLate ? "An erasure that waits is past its day" : "An erasure is still waiting",
    text: isLate
      ? `The rest was to be erased by ${day}. See what it waits for, and write to the person.`
      : `The rest is to be erased by ${day}. See what it waits for.`,
  }),
}

const PLACE = { da: "Persondata > Anmodninger", en: "Personal data > Requests" } as const

/** What staff is reminded of; a limit that has passed is the law's own, or the day the person was told. */
export const reminderTexts = (
  locale: "da" | "en",
  { id, kind, clock, is_planned: isPlanned }: Reminded
): ReminderText => {
  const isLate = kind === "overdue"
  const day = letterDay(isLate ? clock.legal : clock.strict, locale)
  const { title, text } = (isPlanned ? REST : ANSWER)[locale](day, isLate)
  return { title, text: `${text} ${PLACE[locale]} (${id}).` }
}
