import type { ConsentState } from "../../../types/http"

export const STATE_COLOURS = {
  unset: "grey",
  given: "green",
  refused: "grey",
  withdrawn: "orange",
  objected: "red",
  superseded: "grey",
} as const satisfies Record<ConsentState, string>
