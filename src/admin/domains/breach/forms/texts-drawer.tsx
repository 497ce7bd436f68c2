import { useState } from "react"
import { FormDrawer } from "../../../shared/form-drawer"
import { TextField } from "../../../shared/text-field"
import { useActForm } from "../hooks/use-act-form"

type Field = { name: string; label: string; hint?: string; rows?: number; maxLength: number }

type TextsDrawerProps = {
  breachId: string
  path: string
  title: string
  text: string
  done: string
  /** What is asked for; all of it is needed. */
  fields: readonly Field[]
  testId: string
  onClose: () => void
}

/** A drawer of texts that are all needed, each sent under its name. */
export const TextsDrawer = (props: TextsDrawerProps) => {
  const { breachId, path, title, text, done, fields, testId, onClose } = props
  const [texts, setTexts] = useState<Readonly<Record<string, string>>>({})
  const names = fields.map(({ name }) => name)
  const form = useActForm({ breachId, path, done, fields: names, onClose })
  const textOf = (name: string) => texts[name] ?? ""
  return (
    <FormDrawer
      title={title}
      text={text}
      submitLabel={title}
      isPending={form.isPending}
      isReady={names.every((name) => textOf(name).trim() !== "")}
      error={form.error}
      testId={testId}
      onSubmit={() => {
        form.submit(Object.fromEntries(names.map((name) => [name, textOf(name).trim()])))
      }}
      onClose={onClose}
    >
      {fields.map(({ name, ...field }) => (
        <TextField
          key={name}
          id={`${testId}-${name}`}
          isRequired
          {...field}
          value={textOf(name)}
          problem={form.problemOf(name)}
          onChange={(value) => {
            form.reset()
            setTexts({ ...texts, [name]: value })
          }}
        />
      ))}
    </FormDrawer>
  )
}
