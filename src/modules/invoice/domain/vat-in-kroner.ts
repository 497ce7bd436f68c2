import { Decimal } from "../../../shared/decimal"
import type { VatInKroner } from "./document"

/** What VAT in hundredths of a foreign currency is in øre, at kroner for one of the currency; null without a rate. */
export const inKroner = (
  vat: number,
  exchange: Omit<VatInKroner, "vat"> | null
): VatInKroner | null =>
  exchange && {
    vat: Decimal.convert(Decimal.mult(vat, exchange.rate), 0).toNumber(),
    rate: exchange.rate,
    source: exchange.source,
    date: exchange.date,
  }
