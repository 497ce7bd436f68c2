import { resolve } from "node:path"
import { defineConfig } from "@medusajs/framework/utils"
import {
  featureFlags,
  personalData,
  projectConfig,
  sharedModules,
} from "../../docs/examples/several-machines"
import { config } from "../../medusa-config"

const isOwn = (module: object): module is { resolve: string; options: object } =>
  "resolve" in module && String(module.resolve).startsWith("./src/modules/")

const notification = {
  resolve: "@medusajs/medusa/notification",
  options: {
    providers: [
      {
        resolve: "@medusajs/medusa/notification-local",
        id: "local",
        options: { name: "Local", channels: ["feed"] },
      },
      {
        resolve: resolve(__dirname, "mail-provider"),
        id: "mail",
        options: { name: "Mail", channels: ["email"], url: process.env.MAIL_URL },
      },
    ],
  },
}

/** The repository's own store, run as `docs/runbooks/production.md` says for several machines. */
export default defineConfig({
  ...config,
  featureFlags,
  projectConfig: { ...config.projectConfig, ...projectConfig },
  modules: [
    ...config.modules.map((module) =>
      isOwn(module) ? { ...module, options: { ...module.options, personalData } } : module
    ),
    notification,
    ...sharedModules,
  ],
})
