import { parseCvr, parseEan } from "../../../src/rules"
import type { StoreBuyer, StoreBuyerType, StoreSetBuyer } from "../../../src/storefront"
import { h } from "./dom"
import { field } from "./form"
import type { Field } from "./form"
import type { Context } from "./context"

/** The fields of one kind of buyer and what they say. */
export type BuyerFields = {
  element: HTMLElement
  fields: Field[]
  read: () => StoreSetBuyer
  /** Errors by field, found without asking the store. */
  check: () => Record<string, string>
}

const NEIGHBOURS = ["dk", "se", "no", "de", "fi", "nl", "pl", "fr", "gb"]

/** Digits still missing are no error while somebody types. */
const isUnfinished = (value: string, digits: number): boolean =>
  value.replace(/^dk/i, "").replace(/[\s.-]/g, "").length < digits

const filled = (fields: Field[]): Record<string, string> =>
  Object.fromEntries(
    fields.flatMap((each) => (each.value() === "" ? [] : [[each.name, each.value()] as const]))
  )

const missing = (fields: Field[], text: string): Record<string, string> =>
  Object.fromEntries(fields.filter((each) => each.value() === "").map(({ name }) => [name, text]))

const cvrField = ({ words }: Context, value?: string | null): Field =>
  field({
    name: "cvr",
    label: words.cvr,
    hint: words.cvr_hint,
    inputmode: "numeric",
    value,
    check: (typed) => {
      const result = parseCvr(typed)
      if (result.ok) return { note: `✓ ${words.number_ok}` }
      if (isUnfinished(typed, 8)) return {}
      return {
        error: result.reason === "format" ? words.refused.cvr_format : words.refused[result.reason],
      }
    },
  })

const eanField = ({ words }: Context, value?: string | null): Field =>
  field({
    name: "ean",
    label: words.ean,
    hint: words.ean_hint,
    inputmode: "numeric",
    value,
    check: (typed) => {
      const result = parseEan(typed)
      if (result.ok) {
        return { note: result.warnNotDanish ? words.ean_not_danish : `✓ ${words.number_ok}` }
      }
      if (isUnfinished(typed, 13)) return {}
      return {
        error: result.reason === "format" ? words.refused.ean_format : words.refused.check_digit,
      }
    },
  })

const numberError = (
  given: string,
  { reason }: { reason: "format" | "leading_zero" | "check_digit" },
  texts: { required: string; format: string; leading_zero: string; check_digit: string }
): string => (given === "" ? texts.required : texts[reason])

const businessFields = (context: Context, buyer: StoreBuyer | null): BuyerFields => {
  const { words, language } = context
  const names = new Intl.DisplayNames([language], { type: "region" })
  const country = h(
    "select",
    { id: "country", name: "country", autocomplete: "billing country" },
    ...NEIGHBOURS.map((code) =>
      h(
        "option",
        { value: code, selected: code === (buyer?.country ?? "dk") },
        names.of(code.toUpperCase())
      )
    )
  )
  const cvr = cvrField(context, buyer?.cvr)
  const vatId = field({
    name: "vat_id",
    label: words.vat_id,
    hint: `${words.vat_id_hint} ${words.vat_note}`,
    value: buyer?.vat_id,
  })
  const name = field({
    name: "company_name",
    label: words.company_name,
    autocomplete: "organization",
    value: buyer?.company_name,
  })
  const reference = field({
    name: "order_reference",
    label: words.order_reference,
    hint: words.order_reference_hint,
    optional: words.optional,
    value: buyer?.order_reference,
  })
  const isDanish = () => country.value === "dk"
  const number = () => (isDanish() ? cvr : vatId)
  const showNumber = () => {
    cvr.element.hidden = !isDanish()
    vatId.element.hidden = isDanish()
  }
  country.addEventListener("change", showNumber)
  showNumber()
  return {
    element: h(
      "div",
      {},
      h("div", { class: "field" }, h("label", { for: "country" }, words.country), country),
      cvr.element,
      vatId.element,
      name.element,
      reference.element
    ),
    fields: [cvr, vatId, name, reference],
    read: () => ({
      type: "business",
      country: country.value,
      ...filled([number(), name, reference]),
    }),
    check: () => {
      const result = parseCvr(cvr.value())
      const texts = { ...words.refused, format: words.refused.cvr_format }
      return {
        ...(isDanish() && !result.ok && { cvr: numberError(cvr.value(), result, texts) }),
        ...missing(isDanish() ? [name] : [vatId, name], words.refused.required),
      }
    },
  }
}

const publicFields = (context: Context, buyer: StoreBuyer | null): BuyerFields => {
  const { words } = context
  const ean = eanField(context, buyer?.ean)
  const name = field({
    name: "company_name",
    label: words.authority_name,
    hint: words.authority_hint,
    autocomplete: "organization",
    value: buyer?.company_name,
  })
  const person = field({
    name: "person_reference",
    label: words.person_reference,
    hint: words.person_reference_hint,
    value: buyer?.person_reference,
  })
  const order = field({
    name: "order_reference",
    label: words.order_reference,
    hint: words.order_reference_hint,
    value: buyer?.order_reference,
  })
  for (const each of [person, order]) each.input.removeAttribute("aria-required")
  const accounting = field({
    name: "accounting_reference",
    label: words.accounting_reference,
    optional: words.optional,
    value: buyer?.accounting_reference,
  })
  return {
    element: h(
      "div",
      {},
      ean.element,
      name.element,
      h(
        "div",
        { class: "either", role: "group", "aria-describedby": "reference-rule" },
        h("p", { id: "reference-rule" }, words.reference_rule),
        person.element,
        order.element
      ),
      accounting.element,
      h("p", { class: "quiet" }, words.invoice_after_sending)
    ),
    fields: [ean, name, person, order, accounting],
    read: () => ({ type: "public", ...filled([ean, name, person, order, accounting]) }),
    check: () => {
      const result = parseEan(ean.value())
      const texts = { ...words.refused, format: words.refused.ean_format }
      const hasReference = person.value() !== "" || order.value() !== ""
      return {
        ...(!result.ok && { ean: numberError(ean.value(), result, texts) }),
        ...missing([name], words.refused.required),
        ...(!hasReference && { person_reference: words.refused.reference }),
      }
    },
  }
}

const privateFields = ({ words }: Context, buyer: StoreBuyer | null): BuyerFields => {
  const box = h("input", {
    id: "name_on_invoice",
    type: "checkbox",
    checked: buyer?.name_on_invoice === true,
  })
  return {
    element: h("label", { class: "choice", for: "name_on_invoice" }, box, words.name_on_invoice),
    fields: [],
    read: () => ({ type: "private", ...(box.checked && { name_on_invoice: true }) }),
    check: () => ({}),
  }
}

/** The fields that go with a kind of buyer, filled with what the cart holds. */
export const buyerFields = (
  context: Context,
  type: StoreBuyerType,
  buyer: StoreBuyer | null
): BuyerFields => {
  const known = buyer?.type === type ? buyer : null
  if (type === "business") return businessFields(context, known)
  if (type === "public") return publicFields(context, known)
  return privateFields(context, known)
}
