export { default } from "medusa-plugin-denmark/dashboard-da"
