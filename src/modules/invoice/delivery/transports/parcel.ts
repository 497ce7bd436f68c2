import type { EInvoiceFormat } from "../../domain/ubl/check"

/** One e-invoice on its way to whoever brings it to its receiver. */
export type Parcel = {
  /** The same for every try. */
  deliveryId: string
  /** Number of the document. */
  number: string
  format: EInvoiceFormat
  /** ISO 6523 scheme and number, e.g. `0088:5798000420526`. */
  receiver: string
  bytes: Buffer
}
