import { findNumbers, pathOf } from "./find-numbers"
import type { Look, NumberFinding } from "./find-numbers"

/** Something that must not be stored. `path` names the field and holds nothing of what was typed. */
export type InputFinding = Pick<NumberFinding, "kind" | "named"> & { path: string }

/** A field or a place in a list; any other key may be a text of somebody's. */
const NAME = /^(?:\d{1,4}|[a-z]\w{0,39})$/

/** Finds what must not be stored anywhere in a request's JSON. */
export const scanInput = (body: unknown, look: Look): InputFinding[] =>
  findNumbers(body, "", look).map(({ keys, kind, named }) => ({
    path: pathOf(
      keys.map((key) => (NAME.test(key) ? key : "*")),
      look.today
    ),
    kind,
    named,
  }))
