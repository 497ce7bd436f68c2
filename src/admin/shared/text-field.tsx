import { Hint, Input, Label, Textarea } from "@medusajs/ui"
import type { InputHTMLAttributes } from "react"

type TextFieldProps = {
  id: string
  label: string
  value: string
  onChange: (value: string) => void
  hint?: string
  /** What is wrong with the value. */
  problem?: string | null
  /** Lines of a longer text; a single line otherwise. */
  rows?: number
  /** Told to screen readers; the form's button waits for it. The browser's own mark would be red from the start. */
  isRequired?: boolean
} & Pick<InputHTMLAttributes<HTMLInputElement>, "type" | "inputMode" | "maxLength" | "min">

/** A text with its label, what it is for and what is wrong with it. */
export const TextField = (props: TextFieldProps) => {
  const { id, label, value, onChange, hint, problem, rows, isRequired, ...input } = props
  const note = problem ?? hint
  const shared = {
    id,
    value,
    "aria-required": isRequired,
    "aria-invalid": problem ? true : undefined,
    "aria-describedby": note ? `${id}-note` : undefined,
  } as const
  return (
    <div className="flex w-full flex-col gap-y-1">
      <Label htmlFor={id} size="small" weight="plus">
        {label}
      </Label>
      {rows === undefined ? (
        <Input
          autoComplete="off"
          {...input}
          {...shared}
          onChange={(event) => {
            onChange(event.target.value)
          }}
        />
      ) : (
        <Textarea
          {...shared}
          rows={rows}
          maxLength={input.maxLength}
          onChange={(event) => {
            onChange(event.target.value)
          }}
        />
      )}
      {note && (
        <Hint id={`${id}-note`} variant={problem ? "error" : "info"}>
          {note}
        </Hint>
      )}
    </div>
  )
}
