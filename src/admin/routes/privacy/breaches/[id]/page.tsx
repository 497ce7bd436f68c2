import { BreachPage } from "../../../../domains/breach/sections/breach-page"

const BreachRoute = () => <BreachPage />

export default BreachRoute
