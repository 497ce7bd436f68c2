import { useTranslation } from "react-i18next"
import { TextField } from "../../../shared/text-field"
import { Disclosure } from "../../personal-data/sections/disclosure"
import { ADDRESS_FIELDS, CUSTOMER_FIELDS, placesOf } from "../fulfilment"
import type { Draft, Place } from "../fulfilment"
import type { AdminCorrectable } from "../../../../types/http"
import type { KindFieldsProps } from "./kind-fields-props"

type FieldsProps = Pick<KindFieldsProps, "draft" | "problemOf" | "onChange"> & {
  place: string
  fields: readonly string[]
  standing: Readonly<Partial<Record<string, string | null>>>
}

const Fields = ({ place, fields, standing, draft, problemOf, onChange }: FieldsProps) => {
  const { t } = useTranslation("dkFulfil")
  return (
    <div className="grid gap-4 md:grid-cols-2">
      {fields.map((field) => {
        const key = `${place}.${field}`
        return (
          <TextField
            key={key}
            id={`dk-correct-${key}`}
            label={t(`field.${field}`)}
            maxLength={200}
            value={draft.corrected[key] ?? standing[field] ?? ""}
            problem={problemOf(key)}
            onChange={(typed) => {
              const { corrected }: Pick<Draft, "corrected"> = draft
              onChange({ corrected: { ...corrected, [key]: typed } })
            }}
          />
        )
      })}
    </div>
  )
}

const usePlaceTitle = (now: AdminCorrectable): ((place: Place) => string) => {
  const { t } = useTranslation("dkFulfil")
  return ({ target }) => {
    if ("id" in target) return t("place.book")
    const order = now.orders.find(({ order_id: id }) => id === target.order_id)
    return t(`place.${target.type}`, { number: order?.display_id ?? "" })
  }
}

/** Where something of the person stands, each place with what it says now. What is changed is sent, the rest stays. */
export const RectificationFields = (props: KindFieldsProps) => {
  const { draft, known, problemOf, onChange } = props
  const { t } = useTranslation("dkFulfil")
  const { now } = known
  const titleOf = usePlaceTitle(now ?? { customers: [], addresses: [], orders: [] })
  if (now === null) return null
  const [customer] = now.customers
  const places = placesOf(now)
  const shared = { draft, problemOf, onChange }
  return (
    <div className="flex flex-col gap-y-4" data-testid="dk-fulfil-corrections">
      <p className="txt-small text-ui-fg-subtle">
        {customer || places.length > 0 ? t("correctText") : t("correctNothing")}
      </p>
      {customer && (
        <fieldset>
          <legend className="txt-compact-small-plus mb-2">{t("place.customer")}</legend>
          <Fields place="customer" fields={CUSTOMER_FIELDS} standing={customer} {...shared} />
        </fieldset>
      )}
      {places.length > 0 && (
        <div className="divide-y rounded-md border">
          {places.map((place) => (
            <Disclosure
              key={place.key}
              testId="dk-correct-place"
              title={<span className="txt-small-plus">{titleOf(place)}</span>}
              facts={[place.standing.address_1, place.standing.city].filter(Boolean).join(", ")}
            >
              <div className="px-6 pb-4 pt-1">
                <Fields
                  place={place.key}
                  fields={ADDRESS_FIELDS}
                  standing={place.standing}
                  {...shared}
                />
              </div>
            </Disclosure>
          ))}
        </div>
      )}
    </div>
  )
}
