import base from "vanilla-cookieconsent/dist/css-components/base.css"
import dark from "vanilla-cookieconsent/dist/css-components/dark-scheme.css"
import light from "vanilla-cookieconsent/dist/css-components/light-scheme.css"
import dialog from "vanilla-cookieconsent/dist/css-components/preferences-modal.css"
import { useStyles } from "../styles"
import own from "./choice.css"

/** Gives the page the styles of the dialog, once. It is dark where the page says so, by the class `cc--darkmode`. */
export const useDialogStyles = (): void => {
  useStyles(base + light + dark + dialog + own)
}
