import { z } from "@medusajs/framework/zod"
import { optionError, parseCommonOptions, parseSection } from "../../shared/options"
import type { CommonSettings } from "../../shared/options"
import { findTemplateProblem, letterTemplatesSchema } from "./domain/letters/render"

export const subjectRequestSchema = z.strictObject({
  /**
   * True: while the shop has asked who somebody is, the clock stands still (a practice of the Berlin authority; the Danish
   * one has not said). False: it runs on, which is never wrong.
   */
  mayPause: z.boolean().default(false),
  /**
   * Path of the storefront's page that mailed links lead to. The page reads `id` and `token` behind the `#` and posts the
   * token to `POST /store/privacy/requests/:id/confirm`.
   */
  page: z
    .string()
    .regex(/^\/[\w\-./]*$/, "must be a path that begins with /")
    .refine((path) => !path.startsWith("//"), "must be a path that begins with one /")
    .max(200)
    .default("/privacy/requests"),
  /** Hours in which a mailed link begins a request; until then nothing but the e-mail and the question is kept. */
  linkHours: z.number().int().min(1).max(168).default(24),
  /**
   * Letters in the store's own words, by template (`receipt`, `identity`, `extension`, `refusal`, `planned`, `completed`,
   * `partly_completed`, `withdrawn`) and language (`da`, `en`): `{ subject, text }` with marks such as `{{answer_by}}`, or a function.
   * Those left out are the plugin's. What the law wants in a letter is checked at start.
   */
  templates: letterTemplatesSchema(),
  /** True: reminders of a deadline go to `controller.email` too, beside Admin's feed; they name a number and a day only. */
  remindByMail: z.boolean().default(false),
})

export type SubjectRequestSettings = CommonSettings & z.infer<typeof subjectRequestSchema>

const TEMPLATE_SNIPPET = `subjectRequest: { templates: { receipt: { da: { subject: "…", text: "{{hello}} …" } } } },`

const snippet = `subjectRequest: { mayPause: false },`

/** Settings of this domain from the plugin's options. Throws naming the option that is wrong. */
export const parseSubjectRequestOptions = (
  options?: Record<string, unknown>
): SubjectRequestSettings => {
  const section = parseSection(options, "subjectRequest", subjectRequestSchema, snippet)
  const wrong = findTemplateProblem(section.templates)
  if (wrong) {
    const { path, problem } = wrong
    throw optionError(`subjectRequest.templates.${path}`, problem, TEMPLATE_SNIPPET)
  }
  return { ...parseCommonOptions(options), ...section }
}
