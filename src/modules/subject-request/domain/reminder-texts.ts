import type { Reminder, RequestClock } from "./clock"
import { letterDay } from "./letters/parts"

type Reminded = { id: string; kind: Reminder["kind"]; clock: RequestClock }
type ReminderText = { title: string; text: string }

/** Nobody is named: the feed is read by all staff, and the shop's mailbox by whoever has it. */
const TEXTS: Readonly<
  Record<"da" | "en", (id: string, kind: Reminder["kind"], day: string) => ReminderText>
> = {
  da: (id, kind, day) => ({
    title: kind === "overdue" ? "En anmodning er over fristen" : "En anmodning har snart frist",
    text:
      kind === "overdue"
        ? `Fristen for svar var den ${day}. Se Persondata > Anmodninger (${id}).`
        : `Den skal være besvaret senest den ${day}. Se Persondata > Anmodninger (${id}).`,
  }),
  en: (id, kind, day) => ({
    title: kind === "overdue" ? "A request is overdue" : "A request is due soon",
    text:
      kind === "overdue"
        ? `The limit for an answer was ${day}. See Personal data > Requests (${id}).`
        : `It is to be answered by ${day}. See Personal data > Requests (${id}).`,
  }),
}

/** What staff is reminded of; a limit that has passed is the law's own. */
export const reminderTexts = (locale: "da" | "en", { id, kind, clock }: Reminded): ReminderText =>
  TEXTS[locale](id, kind, letterDay(kind === "overdue" ? clock.legal : clock.strict, locale))
