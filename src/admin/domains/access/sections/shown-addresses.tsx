import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminShownAddress } from "../../../../types/http"

const join = (...parts: (string | null)[]): string =>
  parts.filter((part) => part !== null && part !== "").join(" ")

const linesOf = (address: AdminShownAddress): string[] =>
  [
    join(address.first_name, address.last_name),
    join(address.company),
    join(address.address_1),
    join(address.address_2),
    join(address.postal_code, address.city),
    join(address.province),
    join(address.country_code?.toUpperCase() ?? null),
    join(address.phone),
  ].filter((line) => line !== "")

/** One entry for each different address, with all that it is for. */
const grouped = (addresses: readonly AdminShownAddress[]) => {
  const groups = new Map<string, { kinds: Set<AdminShownAddress["kind"]>; lines: string[] }>()
  for (const address of addresses) {
    const lines = linesOf(address)
    const key = lines.join("\n")
    const group = groups.get(key) ?? { kinds: new Set(), lines }
    group.kinds.add(address.kind)
    groups.set(key, group)
  }
  return [...groups]
}

type ShownAddressesProps = { addresses: AdminShownAddress[] }

/** Addresses that staff asked to see. */
export const ShownAddresses = ({ addresses }: ShownAddressesProps) => {
  const { t } = useTranslation("dkAddress")
  if (addresses.length === 0) return <Text size="small">{t("none")}</Text>
  return (
    <div className="flex flex-col gap-y-3" data-testid="dk-shown-addresses">
      {grouped(addresses).map(([key, { kinds, lines }]) => (
        <div key={key}>
          <Text size="small" weight="plus">
            {[...kinds].map((kind) => t(`kind.${kind}`)).join(", ")}
          </Text>
          {lines.map((line) => (
            <Text key={line} size="small" className="break-words">
              {line}
            </Text>
          ))}
        </div>
      ))}
    </div>
  )
}
