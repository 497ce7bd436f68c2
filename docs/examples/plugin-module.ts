import { registerPersonalData } from "medusa-plugin-denmark/personal-data"
import { giftMessages } from "./gift-messages"

// In the file that defines your module: it then runs wherever the module is loaded.
registerPersonalData(giftMessages)
