import { toast } from "@medusajs/ui"
import { ApiError } from "../../../shared/api"
import { useErrorText } from "../../../shared/use-error-text"
import { useActOnBreach } from "./use-breaches"
import { useFocusProblem } from "./use-focus-problem"

type ActFormProps = {
  breachId: string
  /** The last word of the route. */
  path: string
  /** What is said when it is done. */
  done: string
  /** Fields that show their own errors. */
  fields: readonly string[]
  onClose: () => void
}

/** The field an error is about: the last name of its path that the form knows. */
export const fieldOf = (error: Error | null, fields: readonly string[]): string | null =>
  error instanceof ApiError
    ? (error.field
        ?.split(".")
        .reverse()
        .find((part) => fields.includes(part)) ?? null)
    : null

/** A form that adds to a case: sends it, says it is done, and knows which field an error belongs to. */
export const useActForm = ({ breachId, path, done, fields, onClose }: ActFormProps) => {
  const act = useActOnBreach(breachId)
  const errorText = useErrorText()
  const field = fieldOf(act.error, fields)
  useFocusProblem(act.error)
  return {
    isPending: act.isPending,
    /** The error that no field shows. */
    error: field === null ? act.error : null,
    problemOf: (name: string): string | null =>
      act.error !== null && field === name ? errorText(act.error) : null,
    reset: act.reset,
    submit: (body: object) => {
      act.mutate(
        { path, body },
        {
          onSuccess: () => {
            toast.success(done)
            onClose()
          },
        }
      )
    },
  }
}
