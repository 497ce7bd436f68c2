import { useTranslation } from "react-i18next"

/** `customer.phone`, `order.shipping_address.city` in words, each once. */
export const useFieldNames = (): ((fields: readonly string[]) => string[]) => {
  const { t } = useTranslation("dkFulfil")
  return (fields) => [
    ...new Set(
      fields.map((field) => {
        const dot = field.lastIndexOf(".")
        const place = field.slice(0, dot).replace(".", "_")
        return t(`in.${place}`, { field: t(`fieldInText.${field.slice(dot + 1)}`) })
      })
    ),
  ]
}
