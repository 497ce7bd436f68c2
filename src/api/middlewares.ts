import { defineMiddlewares } from "@medusajs/framework/http"
import { adminNetsReceiptMiddlewares } from "./admin/dk/nets/receipts/middlewares"
import { netsHookMiddlewares } from "./hooks/nets/middlewares"
import { netsPaymentSessionMiddlewares } from "./store/payment-collections/middlewares"

export default defineMiddlewares({
  routes: [
    ...netsHookMiddlewares,
    ...netsPaymentSessionMiddlewares,
    ...adminNetsReceiptMiddlewares,
  ],
})
