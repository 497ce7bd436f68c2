import { useEffect } from "react"

/** Takes the reader of an open form to the field that an error is about. */
export const useFocusProblem = (error: Error | null): void => {
  useEffect(() => {
    if (error === null) return
    document.querySelector<HTMLElement>('[role="dialog"] [aria-invalid="true"]')?.focus()
  }, [error])
}
