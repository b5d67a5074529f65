import { AsyncLocalStorage } from 'node:async_hooks'
import type * as Module from 'facebook-nodejs-business-sdk'
import type { JsonObject } from './json.ts'
import type { GraphRequest } from './wire.ts'

/** Sends what an SDK object wants sent, as one tenant. */
export type SdkCall = (method: string, path: string | string[], params: GraphRequest['params']) => Promise<JsonObject>

export type SdkApi = InstanceType<typeof Module.FacebookAdsApi>

export interface Sdk extends Pick<typeof Module, 'AdAccount' | 'AdReportRun' | 'Campaign' | 'User'> {
  /** An api for SDK objects that calls through `call` and knows no token. */
  createApi: (call: SdkCall) => SdkApi
  /** Runs `work` so that SDK objects which fall back to the process-wide default api find this tenant's. */
  runAs: <Result>(api: SdkApi, work: () => Promise<Result>) => Promise<Result>
}

let loading: Promise<Sdk> | undefined

/**
 * Loads Meta's SDK, once, when the first call needs it: it is 2 MB, and a host may never call.
 *
 * The SDK is our catalogue of edges and fields, never our wire: none of its HTTP code runs. No other file imports it,
 * and none of its objects leave this folder, because they print whatever they hold.
 */
export function loadSdk(): Promise<Sdk> {
  loading ??= load()
  return loading
}

async function load(): Promise<Sdk> {
  const { FacebookAdsApi, AdAccount, AdReportRun, Campaign, User } = await import('facebook-nodejs-business-sdk')
  const tenant = new AsyncLocalStorage<SdkApi>()

  class CarriedApi extends FacebookAdsApi {
    readonly #call: SdkCall

    constructor(call: SdkCall) {
      // The last argument keeps the SDK's crash reporter from listening to the whole process.
      super('kept by the client', 'en_US', false)
      this.#call = call
    }

    override call<T>(
      method: string,
      path: string | string[],
      params: Record<string, unknown> = {},
      files: Record<string, unknown> = {},
    ): Promise<T> {
      if (Object.keys(files).length > 0) return Promise.reject(new TypeError('Uploads do not go through SDK objects.'))
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the SDK lets each caller name what it expects
      return this.#call(method, path, params) as Promise<T>
    }
  }

  // Most of the SDK's create methods, and AdReportRun, bind what they make to the default api. Here that is whichever
  // tenant is running, and nobody outside of one: a forgotten tenant fails instead of borrowing the last one's token.
  FacebookAdsApi.setDefaultApi(
    new CarriedApi((method, path, params) => {
      const api = tenant.getStore()
      if (api === undefined) return Promise.reject(new Error('An SDK object was used outside of any tenant.'))
      return api.call(method, path, { ...params })
    }),
  )

  return {
    // The SDK defines a property for each field of a class on every object it makes, some two hundred of them. Ours name
    // edges; a field that is set is defined then.
    AdAccount: Object.defineProperty(class extends AdAccount {}, 'Fields', { value: { id: 'id' } }),
    AdReportRun,
    Campaign: Object.defineProperty(class extends Campaign {}, 'Fields', { value: { id: 'id' } }),
    User: Object.defineProperty(class extends User {}, 'Fields', { value: { id: 'id' } }),
    createApi: (call) => new CarriedApi(call),
    runAs: (api, work) => tenant.run(api, work),
  }
}
