import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import {
  createApiKeysWorkflow,
  createProductsWorkflow,
  createRegionsWorkflow,
  createSalesChannelsWorkflow,
  createShippingOptionsWorkflow,
  createShippingProfilesWorkflow,
  createStockLocationsWorkflow,
  createTaxRegionsWorkflow,
  linkSalesChannelsToApiKeyWorkflow,
  linkSalesChannelsToStockLocationWorkflow,
  updateStoresWorkflow,
} from "@medusajs/medusa/core-flows"
import { products } from "./products"

/** What a storefront must know of the seeded store. */
export type SeededStore = { publishableKey: string; regionId: string; salesChannelId: string }

const createChannel = async (container: MedusaContainer): Promise<{ id: string; key: string }> => {
  const { result: channels } = await createSalesChannelsWorkflow(container).run({
    input: { salesChannelsData: [{ name: "Webshop" }] },
  })
  const id = channels[0]?.id ?? ""
  const { result: keys } = await createApiKeysWorkflow(container).run({
    input: { api_keys: [{ title: "Webshop", type: "publishable", created_by: "" }] },
  })
  const key = keys[0]
  await linkSalesChannelsToApiKeyWorkflow(container).run({
    input: { id: key?.id ?? "", add: [id] },
  })
  return { id, key: key?.token ?? "" }
}

const createRegion = async (
  container: MedusaContainer,
  paymentProviders: string[]
): Promise<string> => {
  const { result: regions } = await createRegionsWorkflow(container).run({
    input: {
      regions: [
        {
          name: "Danmark",
          currency_code: "dkk",
          countries: ["dk"],
          payment_providers: paymentProviders,
        },
      ],
    },
  })
  await createTaxRegionsWorkflow(container).run({
    input: [
      {
        country_code: "dk",
        provider_id: "tp_system",
        default_tax_rate: { name: "Moms", code: "moms", rate: 25 },
      },
    ],
  })
  return regions[0]?.id ?? ""
}

const createDelivery = async (container: MedusaContainer, channelId: string): Promise<string> => {
  const link = container.resolve(ContainerRegistrationKeys.LINK)
  const fulfillment = container.resolve(Modules.FULFILLMENT)
  const { result: locations } = await createStockLocationsWorkflow(container).run({
    input: {
      locations: [
        {
          name: "Lager",
          address: { address_1: "Prøvegade 12", city: "Odense C", country_code: "dk" },
        },
      ],
    },
  })
  const locationId = locations[0]?.id ?? ""
  const { result: profiles } = await createShippingProfilesWorkflow(container).run({
    input: { data: [{ name: "Standard", type: "default" }] },
  })
  const profileId = profiles[0]?.id ?? ""
  const set = await fulfillment.createFulfillmentSets({
    name: "Levering",
    type: "shipping",
    service_zones: [{ name: "Danmark", geo_zones: [{ type: "country", country_code: "dk" }] }],
  })
  await link.create([
    {
      [Modules.STOCK_LOCATION]: { stock_location_id: locationId },
      [Modules.FULFILLMENT]: { fulfillment_provider_id: "manual_manual" },
    },
    {
      [Modules.STOCK_LOCATION]: { stock_location_id: locationId },
      [Modules.FULFILLMENT]: { fulfillment_set_id: set.id },
    },
  ])
  await createShippingOptionsWorkflow(container).run({
    input: [
      {
        name: "Levering til døren",
        price_type: "flat",
        provider_id: "manual_manual",
        service_zone_id: set.service_zones[0]?.id ?? "",
        shipping_profile_id: profileId,
        type: { label: "Standard", description: "2-3 hverdage", code: "standard" },
        prices: [{ currency_code: "dkk", amount: 49 }],
        rules: [],
      },
    ],
  })
  await linkSalesChannelsToStockLocationWorkflow(container).run({
    input: { id: locationId, add: [channelId] },
  })
  return profileId
}

/**
 * Seeds a Danish store: DKK with prices including VAT, 25 % VAT, a dozen products without stock keeping,
 * home delivery for 49 kr., a publishable key and the given payment providers.
 */
export const seedStore = async (
  container: MedusaContainer,
  paymentProviders: string[]
): Promise<SeededStore> => {
  const channel = await createChannel(container)
  const [store] = await container.resolve(Modules.STORE).listStores()
  await updateStoresWorkflow(container).run({
    input: {
      selector: { id: store?.id ?? "" },
      update: {
        name: "Nordlys Papir",
        default_sales_channel_id: channel.id,
        supported_currencies: [{ currency_code: "dkk", is_default: true, is_tax_inclusive: true }],
      },
    },
  })
  const regionId = await createRegion(container, paymentProviders)
  const profileId = await createDelivery(container, channel.id)
  await createProductsWorkflow(container).run({
    input: {
      products: products.map(({ title, handle, description, price, weight }) => ({
        title,
        handle,
        description,
        weight,
        status: "published" as const,
        shipping_profile_id: profileId,
        sales_channels: [{ id: channel.id }],
        options: [{ title: "Variant", values: ["Standard"] }],
        variants: [
          {
            title: "Standard",
            sku: handle.toUpperCase(),
            manage_inventory: false,
            options: { Variant: "Standard" },
            prices: [{ currency_code: "dkk", amount: price }],
          },
        ],
      })),
    },
  })
  return { publishableKey: channel.key, regionId, salesChannelId: channel.id }
}

/** Makes a staff user who can log in to Medusa Admin; does nothing when the e-mail is taken. */
export const seedStaff = async (
  container: MedusaContainer,
  staff: { email: string; password: string }
): Promise<void> => {
  const users = container.resolve(Modules.USER)
  const [existing] = await users.listUsers({ email: staff.email })
  if (existing) return
  const user = await users.createUsers({
    email: staff.email,
    first_name: "Astrid",
    last_name: "Holm",
  })
  const auth = container.resolve(Modules.AUTH)
  const { authIdentity } = await auth.register("emailpass", { body: staff })
  if (authIdentity) {
    await auth.updateAuthIdentities({ id: authIdentity.id, app_metadata: { user_id: user.id } })
  }
}
