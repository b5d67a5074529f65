import { MetaUnavailableError } from '../errors/meta-unavailable-error.ts'
import type { BatchOperation, BatchOptions, BatchOutcome } from './batch/batch-operation.ts'
import { PointReads } from './batch/point-reads.ts'
import { runBatch } from './batch/run-batch.ts'
import { checkAdAccountId, checkInsightsParams, checkObjectId, checkPageSize, checkReportRunId } from './check-input.ts'
import { adAccountFields, adCreativeFields, adFields, adSetFields, campaignFields } from './default-fields.ts'
import { adSetStatuses, adStatuses, campaignStatuses } from './effective-statuses.ts'
import type { AdAccountJson } from './ad-account-json.ts'
import type { AdCreativeJson } from './ad-creative-json.ts'
import type { AdImageJson } from './ad-image-json.ts'
import type { AdJson } from './ad-json.ts'
import type { AdSetJson } from './ad-set-json.ts'
import type { CampaignJson } from './campaign-json.ts'
import { conditionalFetch } from './etags/conditional-fetch.ts'
import type { InsightsJson } from './insights-json.ts'
import type { InsightsParams } from './insights-params.ts'
import { insightsRequest } from './insights-request.ts'
import type { JsonObject } from './json.ts'
import { readPages } from './pages.ts'
import type { Edge } from './paging/edge.ts'
import type { ReadPage } from './paging/page-reader.ts'
import type { ReadOptions } from './read-options.ts'
import { readReportRun, type ReportRun } from './report-run.ts'
import type { ReportRunJson } from './report-run-json.ts'
import { loadSdk, type Sdk, type SdkApi } from './sdk.ts'
import { sendForSdk } from './send-for-sdk.ts'
import type { Settings } from './settings.ts'
import type { Rows, TenantApi } from './tenant-api.ts'
import type { TenantToken } from './tenant-token.ts'
import { imageUpload, uploadedImage, uploadFailure, type ImageFile } from './uploads/upload-image.ts'
import { send } from './wire.ts'
import { write, type WriteOptions, type WriteParams } from './write.ts'

/**
 * The tenant's API on top of the SDK's classes: they name the edge and shape its parameters, we send.
 *
 * Lists never pass through the SDK's Cursor, which turns each row into an object of some 50 KB.
 */
export class SdkTenantApi implements TenantApi {
  readonly #settings: Settings
  readonly #token: TenantToken
  readonly #pointReads = new PointReads((operations, options) => this.batch(operations, options))

  constructor(settings: Settings, token: TenantToken) {
    this.#settings = settings
    this.#token = token
  }

  listAdAccounts(options: ReadOptions = {}): Rows<AdAccountJson> {
    return this.#read(options, (sdk, api) =>
      new sdk.User('me', {}, undefined, api).getAdAccounts(...listing(options, adAccountFields), false),
    )
  }

  listCampaigns(adAccountId: string, options: ReadOptions = {}): Rows<CampaignJson> {
    return this.#read(options, (sdk, api) =>
      adAccount(sdk, api, adAccountId).getCampaigns(...listing(options, campaignFields, campaignStatuses), false),
    )
  }

  listAdSets(adAccountId: string, options: ReadOptions = {}): Rows<AdSetJson> {
    return this.#read(options, (sdk, api) =>
      adAccount(sdk, api, adAccountId).getAdSets(...listing(options, adSetFields, adSetStatuses), false),
    )
  }

  listAds(adAccountId: string, options: ReadOptions = {}): Rows<AdJson> {
    return this.#read(options, (sdk, api) =>
      adAccount(sdk, api, adAccountId).getAds(...listing(options, adFields, adStatuses), false),
    )
  }

  listAdCreatives(adAccountId: string, options: ReadOptions = {}): Rows<AdCreativeJson> {
    return this.#read(options, (sdk, api) =>
      adAccount(sdk, api, adAccountId).getAdCreatives(...listing(options, adCreativeFields), false),
    )
  }

  readInsights(objectId: string, params: InsightsParams, options: ReadOptions = {}): Rows<InsightsJson> {
    return this.#read(options, (sdk, api) => {
      const limit = checkPageSize(options.pageSize ?? params.limit ?? insightsPageSize)
      const request = { ...insightsRequest(checkInsightsParams(params), options), limit }
      return insightsNode(sdk, api, objectId).getInsights([...params.fields], request, false)
    })
  }

  async startInsightsReport(objectId: string, params: InsightsParams, options: ReadOptions = {}): Promise<string> {
    const request = insightsRequest(checkInsightsParams(params), options)
    const id = await this.#run<unknown>(options, async (sdk, api) => {
      const run = await insightsNode(sdk, api, objectId).getInsightsAsync([...params.fields], request)
      return run.id
    })
    if (typeof id !== 'string' && typeof id !== 'number') throw new MetaUnavailableError('a report came without its id')
    return String(id)
  }

  async readInsightsReport(reportRunId: string, options: ReadOptions = {}): Promise<ReportRun> {
    const json = await this.#run<ReportRunJson>(options, (sdk) => {
      const run = reportRun(sdk, reportRunId)
      // Asked for without fields: Meta then adds why a run failed, in fields that older versions refuse by name.
      return run.getApi().call('GET', [run.getNodePath()])
    })
    return readReportRun(reportRunId, json, (text) => this.#token.redact(text))
  }

  readInsightsReportRows(reportRunId: string, options: ReadOptions = {}): Rows<InsightsJson> {
    return this.#read(options, (sdk) => {
      const limit = checkPageSize(options.pageSize ?? insightsPageSize)
      return reportRun(sdk, reportRunId).getInsights([...(options.fields ?? [])], { limit }, false)
    })
  }

  async uploadImage(
    adAccountId: string,
    image: ImageFile,
    { signal }: Pick<ReadOptions, 'signal'> = {},
  ): Promise<AdImageJson> {
    const path = [checkAdAccountId(adAccountId), 'adimages']
    const { file, failure } = imageUpload(image)
    const request = { method: 'POST', path, params: {}, files: { file }, signal } as const
    const answer = await send(this.#settings, this.#token, request).catch((error: unknown) => {
      throw uploadFailure(path.join('/'), error, failure())
    })
    return uploadedImage(answer)
  }

  readObject(id: string, fields: readonly string[], { signal }: Pick<ReadOptions, 'signal'> = {}): Promise<JsonObject> {
    return this.#pointReads.read(id, fields, signal)
  }

  create(edge: string, params: WriteParams, options: WriteOptions = {}): Promise<JsonObject> {
    return write(this.#settings, this.#token, 'POST', edge, params, options)
  }

  update(id: string, params: WriteParams, options: WriteOptions = {}): Promise<JsonObject> {
    return write(this.#settings, this.#token, 'POST', id, params, options)
  }

  delete(path: string, params: WriteParams = {}, options: WriteOptions = {}): Promise<JsonObject> {
    return write(this.#settings, this.#token, 'DELETE', path, params, options)
  }

  batch(operations: readonly BatchOperation[], options: BatchOptions = {}): Promise<readonly BatchOutcome[]> {
    return runBatch(this.#settings, this.#token, operations, options)
  }

  #read<Row extends object>(options: ReadOptions, list: (sdk: Sdk, api: SdkApi) => Listing): Rows<Row> {
    const describe = () => this.#run(options, async (sdk, api) => describeEdge(list(sdk, api)))
    const settings = settingsFor(this.#settings, options)
    const read: ReadPage = (edge, stopped, peek) => {
      const signal = options.signal ? AbortSignal.any([options.signal, stopped]) : stopped
      return send(settings, this.#token, { method: 'GET', ...edge, signal, ...(peek && { peek }) })
    }
    return readPages<Row>(describe, read, this.#settings.pageSizes, options)
  }

  async #run<Result>(options: ReadOptions, work: (sdk: Sdk, api: SdkApi) => Promise<Result>): Promise<Result> {
    const sdk = await loadSdk()
    const api = sdk.createApi(sendForSdk(settingsFor(this.#settings, options), this.#token, options.signal))
    return sdk.runAs(api, () => work(sdk, api))
  }
}

function settingsFor(settings: Settings, { reuseUnchanged = false, deadlineMs }: ReadOptions): Settings {
  const fetch = reuseUnchanged ? conditionalFetch(settings.fetch, settings.etags) : settings.fetch
  return { ...settings, fetch, deadlineMs: deadlineMs ?? settings.deadlineMs }
}

/** What the SDK's `get…` methods answer: a Cursor, or with `fetchFirstPage` a promise of one. */
type Listing = ReturnType<InstanceType<Sdk['AdAccount']>['getCampaigns']>

const listPageSize = 100
const insightsPageSize = 500

function listing(
  options: ReadOptions,
  fields: readonly string[],
  statuses?: readonly string[],
): [fields: string[], params: Record<string, unknown>] {
  const effectiveStatus = options.effectiveStatus ?? statuses
  const params = {
    limit: checkPageSize(options.pageSize ?? listPageSize),
    ...(effectiveStatus && { effective_status: effectiveStatus }),
    ...(options.filtering && { filtering: options.filtering }),
  }
  return [[...(options.fields ?? fields)], params]
}

function adAccount(sdk: Sdk, api: SdkApi, adAccountId: string) {
  return new sdk.AdAccount(checkAdAccountId(adAccountId), {}, undefined, api)
}

/** An id does not say whether it is a campaign, ad set or ad; their insights edge is the same. */
function insightsNode(sdk: Sdk, api: SdkApi, objectId: string) {
  const node = new sdk.Campaign(checkObjectId(objectId), {}, undefined, api)
  // The SDK sends along with every POST what was ever set on an object, and its constructor sets the id.
  node.clearHistory()
  return node
}

/** AdReportRun ignores the id and api it is given; it reads only this one key, and the tenant it runs in. */
function reportRun(sdk: Sdk, reportRunId: string) {
  return new sdk.AdReportRun(null, { report_run_id: checkReportRunId(reportRunId) })
}

/** A Cursor that has not fetched yet holds where it would read. */
function describeEdge(cursor: Listing): Edge {
  if (cursor instanceof Promise) throw new TypeError('The SDK was told not to fetch.')
  const { next, params }: { next: string[]; params: Edge['params'] } = cursor.paging
  return { path: next, params }
}
