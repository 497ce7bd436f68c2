import { ApiError } from "./api"

/** A new attempt helps against a lost connection only, not against a refusal. */
export const retryUnlessRefused = (attempts: number, error: Error): boolean =>
  !(error instanceof ApiError) && attempts < 2
