import { ApiError } from "../../../shared/api"
import { useErrorText } from "../../../shared/use-error-text"

/** What the server says about a field, and the error when no field of the form shows it. */
export const useFieldProblems = (error: Error | null, fields: readonly string[]) => {
  const errorText = useErrorText()
  const field = error instanceof ApiError ? error.field : null
  const isShown = field !== null && fields.includes(field)
  return {
    problemOf: (name: string): string | null =>
      error !== null && field === name ? errorText(error) : null,
    rest: isShown ? null : error,
  }
}
