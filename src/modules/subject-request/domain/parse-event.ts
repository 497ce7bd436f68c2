import { z } from "@medusajs/framework/zod"
import { IDENTITY_PROOFS, REFUSAL_GROUNDS } from "./kinds"
import type { RequestEvent } from "./machine"
import { outcomeSchema } from "./outcome"
import { lazy } from "../../../shared/lazy"

const bare = <Type extends RequestEvent["type"]>(type: Type) => z.object({ type: z.literal(type) })

const eventSchema = lazy(() =>
  z.discriminatedUnion("type", [
    bare("received").extend({ received_on: z.iso.date() }),
    bare("asked_again"),
    bare("identity_asked"),
    bare("identity_confirmed").extend({ proof: z.enum(IDENTITY_PROOFS) }),
    bare("extended").extend({ has_reasons: z.boolean() }),
    bare("paused"),
    bare("resumed"),
    bare("planned").extend({
      finish_by: z.iso.date().nullable(),
      outcome: outcomeSchema().optional(),
    }),
    bare("completed").extend({ outcome: outcomeSchema().optional() }),
    bare("partly_completed").extend({ outcome: outcomeSchema().optional() }),
    bare("refused").extend({ ground: z.enum(REFUSAL_GROUNDS) }),
    bare("withdrawn"),
  ])
)

/** An event as it was stored; undefined when it is none that this version knows. */
export const parseEvent = (
  type: string,
  data: Readonly<Record<string, unknown>>
): RequestEvent | undefined => eventSchema().safeParse({ ...data, type }).data
