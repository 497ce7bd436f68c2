import { defineMiddlewares } from "@medusajs/framework/http"
import { adminInvoiceMiddlewares } from "./admin/dk/invoices/middlewares"
import { adminNetsReceiptMiddlewares } from "./admin/dk/nets/receipts/middlewares"
import { netsHookMiddlewares } from "./hooks/nets/middlewares"
import { netsPaymentSessionMiddlewares } from "./store/payment-collections/middlewares"
import { storeInvoiceTokenMiddlewares } from "./store/orders/[id]/dk-invoice-token/middlewares"
import { storeInvoiceMiddlewares } from "./store/orders/[id]/dk-invoices/middlewares"
import { adminPrivacyMiddlewares } from "./admin/privacy/middlewares"
import { erasedActorMiddlewares } from "./_shared/refuse-erased-actors"

export default defineMiddlewares({
  routes: [
    ...erasedActorMiddlewares,
    ...adminPrivacyMiddlewares,
    ...adminInvoiceMiddlewares,
    ...storeInvoiceMiddlewares,
    ...storeInvoiceTokenMiddlewares,
    ...netsHookMiddlewares,
    ...netsPaymentSessionMiddlewares,
    ...adminNetsReceiptMiddlewares,
  ],
})
