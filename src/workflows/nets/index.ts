export { processDueNetsReceipts, processNetsReceipts } from "./process-receipts"
export { receiveNetsWebhook } from "./receive-webhook"
export { retryNetsReceipt } from "./retry-receipt"
export { dkSettleNetsSessionWorkflow } from "./workflows/settle-session"
