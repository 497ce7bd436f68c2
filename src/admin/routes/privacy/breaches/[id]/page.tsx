import { BreachPage } from "../../../../domains/breach/sections/breach-page"
import { guarded } from "../../../../shared/guarded"

const BreachRoute = () => <BreachPage />

export default guarded(BreachRoute)
